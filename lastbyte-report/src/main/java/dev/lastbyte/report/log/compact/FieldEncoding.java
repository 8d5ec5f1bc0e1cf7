// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log.compact;

import dev.lastbyte.report.log.shape.ComponentGetter;
import dev.lastbyte.report.log.shape.RecordShape;
import dev.lastbyte.report.log.text.RunLogText;
import java.util.List;

/** What stands in a compact log for one field of an event, as its dictionary says. */
sealed interface FieldEncoding {

  /** A number. */
  record Whole() implements FieldEncoding {}

  /** A number that may be missing. */
  record MaybeWhole() implements FieldEncoding {}

  /** True or false. */
  record Flag() implements FieldEncoding {}

  /** A token that may be missing. */
  record Name() implements FieldEncoding {}

  /** One of these words, by its number from 1. */
  record Word(List<String> codes) implements FieldEncoding {}

  /** A list of objects with these fields, at least one. */
  record Many(List<Field> element) implements FieldEncoding {}

  /**
   * A field by its name.
   *
   * @param firstKey how its member of an object begins if it is the first one
   * @param nextKey how it begins after another one
   */
  record Field(String name, String firstKey, String nextKey, FieldEncoding slot) {

    Field(String name, FieldEncoding slot) {
      this(name, RunLogText.firstKey(name), RunLogText.nextKey(name), slot);
    }
  }

  /** An event by its type. */
  record Event(String type, String typeMember, List<Field> fields) {

    Event(String type, List<Field> fields) {
      this(type, RunLogText.typeMember(type), fields);
    }
  }

  /** That of an event of this version. */
  static Event of(RecordShape shape) {
    return new Event(shape.type(), fields(shape));
  }

  private static List<Field> fields(RecordShape shape) {
    return shape.fields().stream()
        .map(field -> new Field(field.name(), of(field.getter())))
        .toList();
  }

  private static FieldEncoding of(ComponentGetter getter) {
    return switch (getter) {
      case ComponentGetter.Whole whole -> new Whole();
      case ComponentGetter.MaybeWhole whole -> new MaybeWhole();
      case ComponentGetter.Flag flag -> new Flag();
      case ComponentGetter.Name name -> new Name();
      case ComponentGetter.Word word -> new Word(word.codes());
      case ComponentGetter.Many many -> new Many(fields(many.element()));
    };
  }
}
