// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.report.log.text.RunLogLimits;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event as a program tells it that cannot be asked for time and place: an object with {@code
 * type} and the type's own fields, in the shape of {@link RunLogCodec}.
 */
public final class EventLine {

  private EventLine() {}

  /**
   * The event with this stamp; what the line says of time and place is passed over.
   *
   * @return null if the line is no event that we know, is longer than {@link
   *     RunLogCodec#MAX_LINE_BYTES}, or lacks a value without which the event cannot be
   */
  public static @Nullable RunEvent read(String line, Stamp stamp) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > RunLogLimits.MAX_LINE_BYTES) {
      return null;
    }
    Map<String, Object> json = JsonLine.object(bytes, bytes.length);
    return json == null ? null : EventReader.read(json, stamp);
  }
}
