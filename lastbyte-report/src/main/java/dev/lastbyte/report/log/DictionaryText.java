// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import java.util.List;

/** Spells a dictionary. Used once. */
final class DictionaryText {

  private final AsciiBuffer out = new AsciiBuffer();

  private DictionaryText() {}

  static byte[] of(CompactDictionary dictionary) {
    var spelling = new DictionaryText();
    spelling.out.text("{\"vantages\":");
    spelling.words(dictionary.vantages());
    spelling.out.text(",\"events\":[");
    String between = "";
    for (Slot.Event event : dictionary.events()) {
      spelling.out.text(between).text("{\"type\":").quoted(event.type());
      spelling.fields(event.fields());
      between = ",";
    }
    spelling.out.text("]}");
    return spelling.out.toByteArray();
  }

  /** The member with the fields, and the end of the object. */
  private void fields(List<Slot.Field> fields) {
    out.text(",\"fields\":[");
    String between = "";
    for (Slot.Field field : fields) {
      out.text(between).text("{\"name\":").quoted(field.name()).text(",\"holds\":");
      slot(field.slot());
      between = ",";
    }
    out.text("]}");
  }

  private void slot(Slot slot) {
    switch (slot) {
      case Slot.Whole whole -> out.text("\"number\"}");
      case Slot.MaybeWhole whole -> out.text("\"optional_number\"}");
      case Slot.Flag flag -> out.text("\"flag\"}");
      case Slot.Name name -> out.text("\"token\"}");
      case Slot.Word word -> {
        out.text("\"word\",\"words\":");
        words(word.codes());
        out.text("}");
      }
      case Slot.Many many -> {
        out.text("\"list\"");
        fields(many.element());
      }
    }
  }

  private void words(List<String> words) {
    String between = "[";
    for (String word : words) {
      out.text(between).quoted(word);
      between = ",";
    }
    out.text(words.isEmpty() ? "[]" : "]");
  }
}
