// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.admin;

import dev.lastbyte.gateway.local.JsonBodies;
import dev.lastbyte.gateway.local.LocalResponse;
import dev.lastbyte.gateway.recording.RunRegistry;
import java.util.Collection;

/** The pages that say what a gateway is and how it does. */
public final class AdminPages {

  private AdminPages() {}

  /** What the gateway's own address serves: what it is, and the names of its upstreams. */
  public static LocalResponse frontPage(Collection<String> upstreams) {
    return LocalResponse.ok(
        JsonBodies.object(json -> {
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
          json.writeStringField("health", "/" + AdminEndpoint.SEGMENT + "/health");
        }));
  }

  static LocalResponse health(String version, RunRegistry runs) {
    return LocalResponse.ok(
        JsonBodies.object(json -> {
          json.writeStringField("version", version);
          json.writeNumberField("open_runs", runs.openCount());
          json.writeStringField("store_trouble", runs.store().health());
        }));
  }
}
