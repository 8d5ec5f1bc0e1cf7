// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.local;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.lastbyte.gateway.client.Route;
import dev.lastbyte.gateway.recording.RunRegistry;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;

/** The gateway's own bodies. */
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

  public static String frontPage(Collection<String> upstreams) {
    return object(json -> {
      json.writeStringField("lastbyte", "gateway");
      json.writeStringField(
          "about",
          "A recording proxy for LLM APIs. Set a client's base URL to /<upstream> of this"
              + " address.");
      json.writeArrayFieldStart("upstreams");
      for (String name : upstreams) {
        json.writeString(name);
      }
      json.writeEndArray();
      json.writeStringField("health", "/" + Route.ADMIN_SEGMENT + "/health");
    });
  }

  public static String health(String version, RunRegistry runs) {
    return object(json -> {
      json.writeStringField("version", version);
      json.writeNumberField("open_runs", runs.openCount());
      json.writeStringField("store_trouble", runs.store().health());
    });
  }

  private static String object(Fields fields) {
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

  private interface Fields {
    void writeTo(JsonGenerator json) throws IOException;
  }
}
