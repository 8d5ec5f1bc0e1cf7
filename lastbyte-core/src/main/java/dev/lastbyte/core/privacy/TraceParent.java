// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code traceparent} (W3C Trace Context §3.2). */
public final class TraceParent {

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?!ff)[0-9a-f]{2}-((?!0{32})[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  private TraceParent() {}

  /** The trace id of a value that is one from end to end, or null. */
  public static @Nullable Token traceId(@Nullable String value) {
    Matcher shape = SHAPE.matcher(value == null ? "" : value);
    return shape.matches() ? Token.orNull(shape.group(1)) : null;
  }
}
