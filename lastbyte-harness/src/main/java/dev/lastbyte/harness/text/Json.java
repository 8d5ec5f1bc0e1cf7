// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.text;

import org.jspecify.annotations.Nullable;

/** A flat JSON object in the making. Values are escaped; keys are ours and need none. */
public final class Json {
  private final StringBuilder text = new StringBuilder("{");

  /** The string in quotes, escaped (RFC 8259 §7). */
  public static String quote(String value) {
    var quoted = new StringBuilder("\"");
    value.chars().forEach(unit -> appendEscaped(quoted, (char) unit));
    return quoted.append('"').toString();
  }

  public Json with(String key, @Nullable String value) {
    return withRaw(key, value == null ? "null" : quote(value));
  }

  public Json with(String key, long value) {
    return withRaw(key, Long.toString(value));
  }

  public Json with(String key, boolean value) {
    return withRaw(key, Boolean.toString(value));
  }

  /** Takes a value that is JSON already. */
  public Json withRaw(String key, Object json) {
    if (text.length() > 1) {
      text.append(',');
    }
    text.append('"').append(key).append("\":").append(json);
    return this;
  }

  @Override
  public String toString() {
    return text + "}";
  }

  private static void appendEscaped(StringBuilder to, char unit) {
    if (unit == '"' || unit == '\\') {
      to.append('\\').append(unit);
    } else if (unit < ' ') {
      to.append(String.format("\\u%04x", (int) unit));
    } else {
      to.append(unit);
    }
  }
}
