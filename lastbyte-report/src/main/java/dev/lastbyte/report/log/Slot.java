// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import java.util.List;

/** What stands in a compact log for one field of an event, as its dictionary says. */
sealed interface Slot {

  /** A number. */
  record Whole() implements Slot {}

  /** A number that may be missing. */
  record MaybeWhole() implements Slot {}

  /** True or false. */
  record Flag() implements Slot {}

  /** A token that may be missing. */
  record Name() implements Slot {}

  /** One of these words, by its number from 1. */
  record Word(List<String> codes) implements Slot {}

  /** A list of objects with these fields, at least one. */
  record Many(List<Field> element) implements Slot {}

  /**
   * A field by its name.
   *
   * @param firstKey how its member of an object begins if it is the first one
   * @param nextKey how it begins after another one
   */
  record Field(String name, String firstKey, String nextKey, Slot slot) {

    Field(String name, Slot slot) {
      this(name, LogText.firstKey(name), LogText.nextKey(name), slot);
    }
  }

  /** An event by its type. */
  record Event(String type, String typeMember, List<Field> fields) {

    Event(String type, List<Field> fields) {
      this(type, LogText.typeMember(type), fields);
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

  private static Slot of(Getter getter) {
    return switch (getter) {
      case Getter.Whole whole -> new Whole();
      case Getter.MaybeWhole whole -> new MaybeWhole();
      case Getter.Flag flag -> new Flag();
      case Getter.Name name -> new Name();
      case Getter.Word word -> new Word(word.codes());
      case Getter.Many many -> new Many(fields(many.element()));
    };
  }
}
