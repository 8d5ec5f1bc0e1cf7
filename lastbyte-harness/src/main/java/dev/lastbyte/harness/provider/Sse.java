// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.provider;

import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.Step;

/** Server-sent events as every provider sends them: a blank after the colon, LF, one data line. */
public final class Sse {

  private Sse() {}

  /** An event without a name. */
  public static Step.Event data(String kind, String data) {
    return new Step.Event(kind, Bytes.of("data: " + data + "\n\n"));
  }

  /** An event with a name. */
  public static Step.Event named(String kind, String name, String data) {
    return new Step.Event(kind, Bytes.of("event: " + name + "\ndata: " + data + "\n\n"));
  }

  /** A line that every reader skips. */
  public static Step.Event comment(String text) {
    return new Step.Event("heartbeat", Bytes.of(": " + text + "\n\n"));
  }
}
