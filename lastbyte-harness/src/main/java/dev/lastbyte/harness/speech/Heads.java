// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.speech;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.script.Field;
import dev.lastbyte.harness.script.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Heads as a provider sends them. There is no {@code date} (RFC 9110 §6.6.1 wants one), so that
 * every answer of a script has the same bytes.
 */
public final class Heads {

  private Heads() {}

  /** The head of a stream. */
  public static Step.Head stream(Dialect dialect, long wholeBytes) {
    return new Step.Head(
        200,
        "OK",
        List.of(
            new Field("content-type", "text/event-stream; charset=utf-8"),
            new Field("cache-control", "no-cache"),
            requestId(dialect)),
        wholeBytes);
  }

  /** The head of a JSON body, with further fields. */
  public static Step.Head json(
      int status, String reason, List<Field> more, Dialect dialect, long wholeBytes) {
    var fields = new ArrayList<Field>();
    fields.add(new Field("content-type", "application/json"));
    fields.addAll(more);
    fields.add(requestId(dialect));
    return new Step.Head(status, reason, fields, wholeBytes);
  }

  private static Field requestId(Dialect dialect) {
    return switch (dialect) {
      case OPENAI_CHAT, OPENAI_RESPONSES -> new Field("x-request-id", "req_lastbyte1");
      case ANTHROPIC_MESSAGES -> new Field("request-id", "req_lastbyte1");
    };
  }
}
