// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import dev.lastbyte.core.event.Coded;
import dev.lastbyte.core.event.ErrorLink;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.report.log.shape.RecordShape;
import dev.lastbyte.report.log.shape.ValueShape;
import java.util.Map;
import java.util.TreeMap;

/** The part of the format's description that follows from the events themselves, as Markdown. */
final class EventTables {

  private final StringBuilder out = new StringBuilder();
  private final Map<String, Words> words = new TreeMap<>();

  /** A closed set of words. */
  private record Words(Class<?> type, Object otherwise) {}

  private EventTables() {}

  /** Every event with its fields, then every closed word. */
  static String text() {
    var tables = new EventTables();
    tables.words.put(RecordShape.snake("Vantage"), new Words(Vantage.class, null));
    for (Class<?> group : RunEvent.class.getPermittedSubclasses()) {
      tables.group(group);
    }
    tables.element(ErrorLink.class);
    tables.allWords();
    return tables.out.toString();
  }

  private void group(Class<?> group) {
    out.append("\n### ")
        .append(EventSources.of(group).text().replaceAll("\\.$", ""))
        .append("\n\n");
    heading();
    for (Class<?> event : group.getPermittedSubclasses()) {
      record(event, "**`" + RecordShape.of(event).type() + "`**");
    }
  }

  private void element(Class<?> type) {
    out.append("\n### An element of `chain`\n\n");
    heading();
    record(type, "");
  }

  private void heading() {
    out.append("| type | field | holds | meaning |\n|---|---|---|---|\n");
  }

  private void record(Class<?> type, String name) {
    row(name, "", "", EventSources.of(type).text());
    Map<String, String> says = PublishedFields.said(type);
    for (RecordShape.Field field : RecordShape.of(type).fields()) {
      String needed = PublishedFields.isRequired(field) ? "" : ", optional";
      row(
          "",
          "`" + field.name() + "`",
          held(field.shape()) + needed,
          says.getOrDefault(field.name(), ""));
    }
  }

  private String held(ValueShape shape) {
    return switch (shape) {
      case ValueShape.Whole whole -> "number";
      case ValueShape.Flag flag -> "`true` or `false`";
      case ValueShape.Name name -> "token";
      case ValueShape.Word word -> word(word);
      case ValueShape.Many many -> "list";
    };
  }

  private String word(ValueShape.Word word) {
    Class<?> type = PublishedFields.typeOf(word);
    String name = RecordShape.snake(type.getSimpleName());
    words.put(name, new Words(type, word.otherwise()));
    return "word of `" + name + "`";
  }

  private void allWords() {
    out.append("\n### Words\n\n| word of | word | meaning |\n|---|---|---|\n");
    words.forEach(this::words);
  }

  private void words(String name, Words set) {
    EventSources says = EventSources.of(set.type());
    row("**`" + name + "`**", "", says.text());
    for (Object constant : set.type().getEnumConstants()) {
      String meaning = says.constants().get(constant.toString());
      String rest = constant.equals(set.otherwise()) ? " Also any word not listed, or none." : "";
      row("", "`" + ((Coded) constant).code() + "`", (meaning + rest).strip());
    }
  }

  private void row(String... cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
