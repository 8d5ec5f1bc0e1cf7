// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.harness.judge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What judging needs of one exchange in a harness's ledger.
 *
 * @param body the same for the same JSON
 * @param attempt how often that body has come, from 1
 * @param sincePrevious from the end of the attempt before; null where there was none
 * @param advised what that attempt was told to wait; null where nothing
 * @param waitedAsAdvised whether the client waited so long
 * @param clientLeft whether the client left before the exchange was over
 */
record LedgerLine(
    String scenario,
    String dialect,
    String framing,
    String body,
    boolean streaming,
    int attempt,
    @Nullable Duration sincePrevious,
    @Nullable Duration advised,
    boolean waitedAsAdvised,
    int toolResults,
    boolean clientLeft) {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String DROPPED = "dropped";

  /**
   * The exchange; null for the line that says how many were let go.
   *
   * @throws IOException if it is no line of a ledger
   */
  static @Nullable LedgerLine read(String line) throws IOException {
    Map<String, String> fields = fields(line);
    if (fields.containsKey(DROPPED)) {
      return null;
    }
    return new LedgerLine(
        text(fields, "scenario"),
        text(fields, "dialect"),
        text(fields, "framing"),
        text(fields, "canonical_hash"),
        text(fields, "streaming").equals("true"),
        number(fields, "attempt"),
        duration(fields, "since_previous_nanos"),
        duration(fields, "retry_after_advised_nanos"),
        text(fields, "retry_after_kept").equals("true"),
        number(fields, "tool_results"),
        !text(fields, "client_left").equals("no"));
  }

  /** The same for the same JSON in the same scenario. */
  String bodyKey() {
    return scenario + " " + body;
  }

  private static Map<String, String> fields(String line) throws IOException {
    var fields = new HashMap<String, String>();
    try (JsonParser parser = JSON.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("a line of a ledger is an object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        fields.put(name, parser.getText());
        parser.skipChildren();
      }
    }
    return fields;
  }

  private static String text(Map<String, String> fields, String name) throws IOException {
    String text = fields.get(name);
    if (text == null) {
      throw new IOException("a line of a ledger has a field " + name);
    }
    return text;
  }

  private static int number(Map<String, String> fields, String name) throws IOException {
    try {
      return Integer.parseInt(text(fields, name));
    } catch (NumberFormatException e) {
      throw new IOException(name + " is a number in a ledger", e);
    }
  }

  private static @Nullable Duration duration(Map<String, String> fields, String name)
      throws IOException {
    String text = text(fields, name);
    try {
      return text.equals("null") ? null : Duration.ofNanos(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw new IOException(name + " is a number in a ledger", e);
    }
  }
}
