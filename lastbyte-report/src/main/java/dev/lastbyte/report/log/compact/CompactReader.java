// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log.compact;

import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.report.log.RunLogFormatException;
import dev.lastbyte.report.log.text.AsciiBuffer;
import dev.lastbyte.report.log.text.RunLogLimits;
import dev.lastbyte.report.log.text.RunLogText;
import java.util.List;

/** Spells a compact log as NDJSON, event by event, as its dictionary says. Used once. */
final class CompactReader {

  private final CompactDictionary dictionary;
  private final CompactInput in;
  private final AsciiBuffer out = new AsciiBuffer();
  private final RunLogText text = new RunLogText(out);
  private long atNanos;

  CompactReader(CompactDictionary dictionary, byte[] compact) {
    this.dictionary = dictionary;
    this.in = new CompactInput(compact);
  }

  RunHeader header() throws RunLogFormatException {
    Token run = Token.orNull(in.text());
    if (run == null) {
      throw new RunLogFormatException("not a compact log: the run's id must be a token");
    }
    return new RunHeader(run, in.signed(), Token.orNull(in.text()));
  }

  byte[] ndjson() throws RunLogFormatException {
    String run = in.text();
    long startedAt = in.signed();
    String provider = in.text();
    text.header(run, startedAt, provider.isEmpty() ? null : provider, in.number());
    while (!in.isAtEnd()) {
      event();
    }
    return out.toByteArray();
  }

  private void event() throws RunLogFormatException {
    FieldEncoding.Event event = dictionary.events().get(in.number(dictionary.events().size()));
    atNanos += in.number();
    List<String> vantages = dictionary.vantages();
    long place = in.number();
    if (place < 0) {
      throw new RunLogFormatException("not a compact log: an attempt is out of its bound");
    }
    String vantage = vantages.get((int) (place % vantages.size()));
    text.beginEvent(atNanos, place / vantages.size(), vantage, event.typeMember());
    fields(event.fields(), false);
    text.endEvent();
    checkLength();
  }

  private void fields(List<FieldEncoding.Field> fields, boolean first)
      throws RunLogFormatException {
    boolean begins = first;
    for (FieldEncoding.Field field : fields) {
      begins &= !member(begins ? field.firstKey() : field.nextKey(), field.slot());
      checkLength();
    }
  }

  private void checkLength() throws RunLogFormatException {
    if (out.length() > RunLogLimits.MAX_BYTES) {
      throw new RunLogFormatException(
          "not a compact log: it has more than %d bytes as text".formatted(RunLogLimits.MAX_BYTES));
    }
  }

  /** Whether there is anything to be told. */
  private boolean member(String key, FieldEncoding slot) throws RunLogFormatException {
    return switch (slot) {
      case FieldEncoding.Whole whole -> number(key);
      case FieldEncoding.MaybeWhole whole -> in.number(2) == 1 && number(key);
      case FieldEncoding.Flag flag -> plain(key, in.number(2) == 1 ? "true" : "false");
      case FieldEncoding.Name name -> quoted(key, in.text());
      case FieldEncoding.Word word -> {
        int number = in.number(word.codes().size() + 1);
        yield number > 0 && quoted(key, word.codes().get(number - 1));
      }
      case FieldEncoding.Many many -> list(key, many.element());
    };
  }

  private boolean number(String key) throws RunLogFormatException {
    out.text(key).number(in.number());
    return true;
  }

  private boolean plain(String key, String value) {
    out.text(key).text(value);
    return true;
  }

  private boolean quoted(String key, String value) {
    if (value.isEmpty()) {
      return false;
    }
    out.text(key).quoted(value);
    return true;
  }

  /** Each element takes a byte at least, so that their number needs no other bound. */
  private boolean list(String key, List<FieldEncoding.Field> element) throws RunLogFormatException {
    out.text(key);
    String between = "[{";
    long count = in.number();
    for (long i = 0; i != count; i++) {
      out.text(between);
      fields(element, true);
      between = "},{";
    }
    out.text(count == 0 ? "[]" : "}]");
    return true;
  }
}
