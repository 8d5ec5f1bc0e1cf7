// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.ContentFlowed;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.log.RunRecorder;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.wire.coding.Decoders;
import java.util.List;
import java.util.Random;

/** One response on its way through a tap, all of it at one instant, and what was recorded. */
final class TappedResponse {

  /** Wednesday, 21 October 2015 07:28:00 GMT, in milliseconds. */
  static final long WALL_CLOCK = 1_445_412_480_000L;

  private static final long NOW = 7;

  static final Stamp AT = new Stamp(NOW, 1, Vantage.GATEWAY_UP);

  private final RunRecorder recorder =
      RunRecorder.start(new RunHeader(new Token("run-1"), 0, null), RunClock.system());
  private final ResponseTap tap;

  private TappedResponse(Dialect dialect, boolean toHead) {
    tap =
        new ResponseTap(
            recorder,
            recorder.meter(1, Vantage.GATEWAY_UP),
            1,
            Vantage.GATEWAY_UP,
            dialect,
            toHead,
            () -> WALL_CLOCK,
            Decoders.ofTheJdk(),
            UpgradeHandlers.none());
  }

  static TappedResponse responseOf(Dialect dialect) {
    return new TappedResponse(dialect, false);
  }

  /** The response to a request that was seen. */
  static TappedResponse responseTo(Dialect dialect) {
    TappedResponse run = responseOf(dialect);
    run.recorder.record(
        new RequestDescribed(AT, dialect, null, Known.YES, Known.NO, Known.NO, 0, 0));
    return run;
  }

  /** What the run is said to have ended by. */
  Cause cause() {
    return Diagnoser.diagnose(AttemptFacts.of(log(), 1)).cause();
  }

  static TappedResponse responseToHead() {
    return new TappedResponse(Dialect.UNKNOWN, true);
  }

  /** The events of a body, fed whole, that the provider then closes. */
  static TappedResponse stream(Dialect dialect, String body) {
    return responseOf(dialect).feed(Samples.streamHead() + body);
  }

  static TappedResponse document(Dialect dialect, int status, String body) {
    return responseOf(dialect).feed(Samples.document(status, body));
  }

  TappedResponse feed(String text) {
    return feed(text.getBytes(UTF_8));
  }

  TappedResponse feed(byte[] bytes) {
    tap.feed(bytes, 0, bytes.length, NOW);
    return this;
  }

  TappedResponse feedFirst(byte[] bytes, int length) {
    tap.feed(bytes, 0, length, NOW);
    return this;
  }

  TappedResponse feedIn(byte[] bytes, int splitAt) {
    tap.feed(bytes, 0, splitAt, NOW);
    tap.feed(bytes, splitAt, bytes.length - splitAt, NOW);
    return this;
  }

  TappedResponse feedByteByByte(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      tap.feed(bytes, i, 1, NOW);
    }
    return this;
  }

  TappedResponse feedInPieces(byte[] bytes, Random random) {
    int at = 0;
    while (at < bytes.length) {
      int length = Math.min(bytes.length - at, 1 + random.nextInt(40));
      tap.feed(bytes, at, length, NOW);
      at += length;
    }
    return this;
  }

  TappedResponse closed() {
    tap.connectionEnded(NOW);
    return this;
  }

  ResponseTap tap() {
    return tap;
  }

  RunLog log() {
    return recorder.log();
  }

  List<RunEvent> events() {
    return log().events();
  }

  <E extends RunEvent> List<E> events(Class<E> type) {
    return events().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** How many pieces of that kind flowed. */
  long count(Content kind) {
    return events(ContentFlowed.class).stream()
        .filter(flowed -> flowed.content() == kind)
        .mapToLong(ContentFlowed::count)
        .sum();
  }
}
