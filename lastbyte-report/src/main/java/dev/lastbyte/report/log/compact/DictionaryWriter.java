// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log.compact;

import dev.lastbyte.report.log.text.AsciiBuffer;
import java.util.List;

/** Spells a dictionary. Used once. */
final class DictionaryWriter {

  private final AsciiBuffer out = new AsciiBuffer();

  private DictionaryWriter() {}

  static byte[] of(CompactDictionary dictionary) {
    var spelling = new DictionaryWriter();
    spelling.out.text("{\"vantages\":");
    spelling.words(dictionary.vantages());
    spelling.out.text(",\"events\":[");
    String between = "";
    for (FieldEncoding.Event event : dictionary.events()) {
      spelling.out.text(between).text("{\"type\":").quoted(event.type());
      spelling.fields(event.fields());
      between = ",";
    }
    spelling.out.text("]}");
    return spelling.out.toByteArray();
  }

  /** The member with the fields, and the end of the object. */
  private void fields(List<FieldEncoding.Field> fields) {
    out.text(",\"fields\":[");
    String between = "";
    for (FieldEncoding.Field field : fields) {
      out.text(between).text("{\"name\":").quoted(field.name()).text(",\"holds\":");
      slot(field.slot());
      between = ",";
    }
    out.text("]}");
  }

  private void slot(FieldEncoding slot) {
    switch (slot) {
      case FieldEncoding.Whole whole -> out.text("\"number\"}");
      case FieldEncoding.MaybeWhole whole -> out.text("\"optional_number\"}");
      case FieldEncoding.Flag flag -> out.text("\"flag\"}");
      case FieldEncoding.Name name -> out.text("\"token\"}");
      case FieldEncoding.Word word -> {
        out.text("\"word\",\"words\":");
        words(word.codes());
        out.text("}");
      }
      case FieldEncoding.Many many -> {
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
