// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports;

/** Whose log it is, with what its logs can never tell and where they are known to mislead. */
public enum SourceFamily {
  CODEX(
      "Codex",
      "it records no retry and no partial text; a sending that failed leaves at most a mark; a"
          + " turn that hangs has no end; 'stream disconnected' stands for five causes"),
  CLAUDE(
      "Claude Code",
      "an error inside a stream leaves no record; the cut message of a call may be stored as"
          + " stopped for a tool; versions before 2.1.330 record no retry"),
  OPENCODE(
      "OpenCode",
      "a retry leaves only a step without an end, and its text is blanked; a response without its"
          + " end is stored as finished for the reason 'unknown'"),
  GEMINI(
      "Gemini CLI",
      "it records no error, no retry and no partial text; what failed is not in the session log"),
  PAWWORK(
      "PawWork",
      "it sees nothing below its SDK; a kill by its own timer is summed up as a disconnect; a hang"
          + " or a crash leaves no record"),
  HAR("HTTP archive", "it sees no socket: who closed, and how, is in the recorder's words only"),
  OTLP(
      "OpenTelemetry",
      "a span that is marked OK, or not at all, may have been cut; it holds no retry of the client"
          + " below it and no socket");

  private final String title;
  private final String blindSpots;

  SourceFamily(String title, String blindSpots) {
    this.title = title;
    this.blindSpots = blindSpots;
  }

  /** Its name, as people know it. */
  public String title() {
    return title;
  }

  /** What its logs cannot know and where they mislead, as part of a sentence. */
  public String blindSpots() {
    return blindSpots;
  }
}
