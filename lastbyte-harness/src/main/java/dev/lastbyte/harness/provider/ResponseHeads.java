// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.provider;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.script.Field;
import dev.lastbyte.harness.script.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Heads as a provider sends them. There is no {@code date} (RFC 9110 §6.6.1 wants one), so that
 * every response of a script has the same bytes.
 */
public final class ResponseHeads {

  private ResponseHeads() {}

  /** The head of a stream. */
  public static Step.Head stream(Dialect dialect, long wholeBytes) {
    return stream(dialect, List.of(), wholeBytes);
  }

  /** The same with further fields. */
  public static Step.Head stream(Dialect dialect, List<Field> more, long wholeBytes) {
    var fields = new ArrayList<Field>();
    fields.add(new Field("content-type", ProviderDialects.of(dialect).streamType()));
    fields.add(new Field("cache-control", "no-cache"));
    fields.addAll(more);
    return plain(200, "OK", fields, dialect, wholeBytes);
  }

  /** Any head, with the request id beside it. */
  public static Step.Head plain(
      int status, String reason, List<Field> fields, Dialect dialect, long wholeBytes) {
    var all = new ArrayList<>(fields);
    all.add(ProviderDialects.of(dialect).requestId());
    return new Step.Head(status, reason, all, wholeBytes);
  }
}
