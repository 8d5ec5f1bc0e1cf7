// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules;

import dev.lastbyte.core.event.Coded;

/** Another system that has names for causes. */
public enum PeerSystem implements Coded {
  ENVOY("Envoy response flag", "Envoy documentation, access log usage, %RESPONSE_FLAGS%"),
  CURL("curl exit code", "curl, libcurl-errors; curl's manual page for the meaning of options"),
  GRPC("gRPC status", "gRPC, doc/statuscodes.md, http-grpc-status-mapping.md, PROTOCOL-HTTP2.md"),
  CODEX("Codex error", "openai/codex, codex-rs/protocol/src/error.rs at 098a47f"),
  PAWWORK(
      "PawWork incident or failure",
      "Astro-Han/pawwork, session/run-incident/types.ts at 06538f8, session/retry.ts at 08d01c0"),
  LITELLM("LiteLLM exception", "BerriAI/litellm, litellm/exceptions.py");

  private final String title;
  private final String source;

  PeerSystem(String title, String source) {
    this.title = title;
    this.source = source;
  }

  /** Whose names they are, and of what kind. */
  public String title() {
    return title;
  }

  /** Where they were read. */
  public String source() {
    return source;
  }
}
