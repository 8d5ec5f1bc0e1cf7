// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log.text;

import org.jspecify.annotations.Nullable;

/**
 * The lines of one run log, put together from what an event holds. By hand, since names are spelled
 * once for all, and nothing that an event holds has a character to be escaped. Not thread-safe.
 */
public final class RunLogText {

  private final AsciiBuffer out;
  private long events;

  public RunLogText(AsciiBuffer out) {
    this.out = out;
  }

  /** Whether a text can stand in quotation marks as it is: ASCII, and nothing to be escaped. */
  public static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  /** How the member of an object begins that is the first one. */
  public static String firstKey(String name) {
    return '"' + name + "\":";
  }

  /** How the member of an object begins that is not the first one. */
  public static String nextKey(String name) {
    return ",\"" + name + "\":";
  }

  /** The member of an event's line that tells its type. */
  public static String typeMember(String type) {
    return ",\"type\":\"" + type + '"';
  }

  /** The first line. */
  public void header(
      String run, long startedAtEpochMillis, @Nullable String provider, long dropped) {
    out.text("{\"lastbyte\":").number(RunLogLimits.VERSION);
    out.text(",\"kind\":\"run\",\"run\":").quoted(run);
    out.text(",\"started_at\":\"");
    TimestampText.write(startedAtEpochMillis, out);
    out.text("\"");
    if (provider != null) {
      out.text(",\"provider\":").quoted(provider);
    }
    out.text(",\"dropped\":").number(dropped).text("}\n");
  }

  /** Begins the line of an event; its fields follow. */
  public void beginEvent(long atNanos, long attempt, String vantage, String typeMember) {
    out.text("{\"kind\":\"event\",\"id\":").number(++events);
    out.text(",\"at_nanos\":").number(atNanos);
    out.text(",\"attempt\":").number(attempt);
    out.text(",\"vantage\":").quoted(vantage).text(typeMember);
  }

  /** Ends the line of an event. */
  public void endEvent() {
    out.text("}\n");
  }
}
