// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.local;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** JSON for bodies of the gateway's own responses. */
public final class JsonBodies {

  private static final JsonFactory JSON = new JsonFactory();

  private JsonBodies() {}

  static String error(String code, String message) {
    return object(json -> {
      json.writeObjectFieldStart("error");
      json.writeStringField("type", "lastbyte_gateway");
      json.writeStringField("code", code);
      json.writeStringField("message", message);
      json.writeEndObject();
    });
  }

  /** An object with these fields, and the end of a line. */
  public static String object(Fields fields) {
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      fields.writeTo(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory refused a character", e);
    }
    return text + "\n";
  }

  /** Writes the fields of an object. */
  @FunctionalInterface
  public interface Fields {
    void writeTo(JsonGenerator json) throws IOException;
  }
}
