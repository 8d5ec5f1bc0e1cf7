// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.explain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A failure as somebody reported it in public, with the group that reading the whole report gave.
 * Facts only; {@code source} names the report.
 */
record FieldReport(Map<String, String> fields) {

  static List<FieldReport> all() {
    InputStream file =
        Objects.requireNonNull(FieldReport.class.getResourceAsStream("field-reports.jsonl"));
    List<FieldReport> reports = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(file)) {
      while (json.nextToken() == JsonToken.START_OBJECT) {
        reports.add(next(json));
      }
    } catch (IOException e) {
      throw new IllegalStateException("the corpus cannot be read", e);
    }
    return reports;
  }

  private static FieldReport next(JsonParser json) throws IOException {
    Map<String, String> fields = new HashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      if (json.nextToken() != JsonToken.VALUE_NULL) {
        fields.put(name, json.getText());
      }
    }
    return new FieldReport(fields);
  }

  String id() {
    return field("id");
  }

  /**
   * The label. What is no failure, or nobody knows, is unknown; a lost stream state has a label of
   * its own.
   */
  ErrorGroup group() {
    return switch (field("group")) {
      case "unknown_or_none" -> ErrorGroup.UNKNOWN;
      case "resume" -> ErrorGroup.PROVIDER_ERROR;
      case String label -> ErrorGroup.valueOf(label.toUpperCase(Locale.ROOT));
    };
  }

  /** The error as a client prints it: the outermost level first, its causes below. */
  String text() {
    List<String> lines = new ArrayList<>();
    String name = fields.containsKey("error_class") ? field("error_class") + ": " : "";
    lines.add(name + field("message"));
    add(lines, "code: ", "code");
    add(lines, "status code: ", "http_status");
    add(lines, "type: ", "stream_error_type");
    for (String cause : List.of(field("cause_chain").split(" > ")).reversed()) {
      lines.add("Caused by: " + cause);
    }
    return String.join("\n", lines);
  }

  private void add(List<String> lines, String before, String name) {
    if (fields.containsKey(name)) {
      lines.add(before + field(name));
    }
  }

  private String field(String name) {
    return fields.getOrDefault(name, "");
  }
}
