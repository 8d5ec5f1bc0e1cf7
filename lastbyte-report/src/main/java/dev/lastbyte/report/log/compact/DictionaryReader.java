// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log.compact;

import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.report.log.JsonLine;
import dev.lastbyte.report.log.RunLogFormatException;
import dev.lastbyte.report.log.text.RunLogLimits;
import dev.lastbyte.report.log.text.RunLogText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a dictionary from its line, which anybody may have written. */
final class DictionaryReader {

  private DictionaryReader() {}

  static CompactDictionary read(byte[] line) throws RunLogFormatException {
    Map<String, Object> json =
        line.length > RunLogLimits.MAX_LINE_BYTES ? null : JsonLine.object(line, line.length);
    if (json == null) {
      throw unfit("it is no line of JSON");
    }
    List<String> vantages = words(json.get("vantages"));
    if (vantages.isEmpty()) {
      throw unfit("it has no vantage");
    }
    List<FieldEncoding.Event> events = new ArrayList<>();
    for (Object event : list(json.get("events"))) {
      Map<?, ?> members = object(event);
      events.add(new FieldEncoding.Event(word(members.get("type")), fields(members.get("fields"))));
    }
    return new CompactDictionary(vantages, events);
  }

  private static List<FieldEncoding.Field> fields(@Nullable Object value)
      throws RunLogFormatException {
    List<FieldEncoding.Field> fields = new ArrayList<>();
    for (Object field : list(value)) {
      Map<?, ?> members = object(field);
      fields.add(new FieldEncoding.Field(word(members.get("name")), slot(members)));
    }
    return List.copyOf(fields);
  }

  private static FieldEncoding slot(Map<?, ?> field) throws RunLogFormatException {
    return switch (word(field.get("holds"))) {
      case "number" -> new FieldEncoding.Whole();
      case "optional_number" -> new FieldEncoding.MaybeWhole();
      case "flag" -> new FieldEncoding.Flag();
      case "token" -> new FieldEncoding.Name();
      case "word" -> new FieldEncoding.Word(words(field.get("words")));
      case "list" -> many(fields(field.get("fields")));
      default -> throw unfit("a field holds what no field holds");
    };
  }

  private static FieldEncoding many(List<FieldEncoding.Field> element)
      throws RunLogFormatException {
    if (element.isEmpty()) {
      throw unfit("the elements of a list have no fields");
    }
    return new FieldEncoding.Many(element);
  }

  private static List<String> words(@Nullable Object value) throws RunLogFormatException {
    List<String> words = new ArrayList<>();
    for (Object word : list(value)) {
      words.add(word(word));
    }
    return List.copyOf(words);
  }

  private static String word(@Nullable Object value) throws RunLogFormatException {
    if (value instanceof String word
        && !word.isEmpty()
        && word.length() <= Token.MAX_LENGTH
        && RunLogText.isPlain(word)) {
      return word;
    }
    throw unfit("a name or a word is none");
  }

  private static List<?> list(@Nullable Object value) throws RunLogFormatException {
    if (value instanceof List<?> list) {
      return list;
    }
    throw unfit("a list is missing");
  }

  private static Map<?, ?> object(@Nullable Object value) throws RunLogFormatException {
    if (value instanceof Map<?, ?> object) {
      return object;
    }
    throw unfit("an object is missing");
  }

  private static RunLogFormatException unfit(String why) {
    return new RunLogFormatException("not a dictionary of compact logs: " + why);
  }
}
