// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.input;

import dev.lastbyte.imports.SourceFamily;
import org.jspecify.annotations.Nullable;

/** What a file can be said to be; spelled as on the command line. */
public enum LogFormat {
  auto(null),
  codex(SourceFamily.CODEX),
  claude(SourceFamily.CLAUDE),
  opencode(SourceFamily.OPENCODE),
  gemini(SourceFamily.GEMINI),
  pawwork(SourceFamily.PAWWORK),
  har(SourceFamily.HAR),
  otlp(SourceFamily.OTLP),
  events(null);

  private final @Nullable SourceFamily family;

  LogFormat(@Nullable SourceFamily family) {
    this.family = family;
  }

  /** Whose log it is; null where that is to be found out, and for our own events. */
  public @Nullable SourceFamily family() {
    return family;
  }
}
