// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import dev.lastbyte.report.log.shape.RecordShape;
import dev.lastbyte.report.log.shape.ValueShape;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of events as the public format tells of them. */
final class PublishedFields {

  private PublishedFields() {}

  /** Whether an event is skipped without it. */
  static boolean isRequired(RecordShape.Field field) {
    boolean hasDefault = field.shape() instanceof ValueShape.Word word && word.otherwise() != null;
    return !field.optional() && !hasDefault;
  }

  /** What the sources say of the fields of a record, by their names in JSON. */
  static Map<String, String> said(Class<?> record) {
    Map<String, String> said = new LinkedHashMap<>();
    EventSources.of(record)
        .parameters()
        .forEach((name, says) -> said.put(RecordShape.snake(name), says));
    return said;
  }

  static Class<?> typeOf(ValueShape.Word word) {
    return ((Enum<?>) word.byCode().values().iterator().next()).getDeclaringClass();
  }
}
