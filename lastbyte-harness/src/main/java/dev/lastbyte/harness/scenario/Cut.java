// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

/** By what verb a composed stream ends. */
public enum Cut {
  /** The message ends as its framing has it, as if all had been said. */
  EOF("eof"),
  /** The server ends its side in order, and closes soon after. */
  FIN("fin"),
  /** The server resets the connection. */
  RST("rst"),
  /** The server ends its side in order, and reads on. */
  HALF_CLOSE("half-close"),
  /** Not one byte more. */
  STALL("stall");

  private final String token;

  Cut(String token) {
    this.token = token;
  }

  /** The second half of a composition's name, such as {@code half-close}. */
  public String token() {
    return token;
  }

  Ending ending() {
    return switch (this) {
      case EOF -> Ending.END_OF_MESSAGE;
      case FIN -> Ending.FIN;
      case RST -> Ending.RST;
      case HALF_CLOSE -> Ending.HALF_CLOSE;
      case STALL -> Ending.STALL;
    };
  }

  /** Whether a stream can end so in that place, and somebody can say what that means. */
  boolean fits(Place place) {
    return switch (this) {
      // a last chunk after half a chunk's header would be garbage, not an end
      case EOF -> place != Place.MID_CHUNK_HEADER;
      // nobody has to wait for more after the proof
      case STALL -> place != Place.DONE;
      case FIN, RST, HALF_CLOSE -> true;
    };
  }
}
