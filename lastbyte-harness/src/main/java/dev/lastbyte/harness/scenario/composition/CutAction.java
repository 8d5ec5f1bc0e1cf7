// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario.composition;

/** By what verb a composed stream ends. */
public enum CutAction {
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

  CutAction(String token) {
    this.token = token;
  }

  /** The second half of a composition's name, such as {@code half-close}. */
  public String token() {
    return token;
  }

  public Ending ending() {
    return switch (this) {
      case EOF -> Ending.END_OF_MESSAGE;
      case FIN -> Ending.FIN;
      case RST -> Ending.RST;
      case HALF_CLOSE -> Ending.HALF_CLOSE;
      case STALL -> Ending.STALL;
    };
  }

  /** Whether a stream can end so in that place, and the end has a meaning. */
  public boolean fits(CutPoint cutPoint) {
    return switch (this) {
      // a last chunk after half a chunk's header would be garbage, not an end
      case EOF -> cutPoint != CutPoint.MID_CHUNK_HEADER;
      // no client has to wait for more after the proof
      case STALL -> cutPoint != CutPoint.DONE;
      case FIN, RST, HALF_CLOSE -> true;
    };
  }
}
