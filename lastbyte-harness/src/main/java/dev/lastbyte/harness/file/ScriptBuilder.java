// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.file;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.file.ParsedStep.Misfit;
import dev.lastbyte.harness.provider.DialectStream;
import dev.lastbyte.harness.provider.Finish;
import dev.lastbyte.harness.provider.ProviderDialects;
import dev.lastbyte.harness.provider.ProviderError;
import dev.lastbyte.harness.provider.ResponseHeads;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.EndAction;
import dev.lastbyte.harness.script.Field;
import dev.lastbyte.harness.script.Script;
import dev.lastbyte.harness.script.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A script in the making, in one dialect. Used once. */
final class ScriptBuilder {
  private static final int FIRST_ERROR = 400;

  private final Dialect dialect;
  private final DialectStream dialectStream;
  private final List<Step> steps = new ArrayList<>();
  private @Nullable Announced head;
  private int headAt;
  private boolean calling;
  private int tornBytes;
  private boolean finished;

  ScriptBuilder(Dialect dialect) {
    this.dialect = dialect;
    dialectStream = ProviderDialects.of(dialect).stream();
  }

  /**
   * A head, before it is known how much content follows.
   *
   * @param missingBytes how much more it announces than comes; null for what an uncut response has
   */
  record Announced(int status, List<Field> fields, @Nullable Integer missingBytes) {
    boolean isError() {
      return status >= FIRST_ERROR;
    }
  }

  void interim(Step.Interim interim) {
    if (head != null) {
      throw new Misfit("an interim head must come before the head");
    }
    steps.add(interim);
  }

  void head(Announced announced) {
    if (head != null) {
      throw new Misfit("there must be one head, but this is another");
    }
    head = announced;
    headAt = steps.size();
  }

  void opening() {
    events(dialectStream.opening());
  }

  void text(TextPieces pieces) {
    emit(pieces, DialectStream::text);
  }

  void reasoning(TextPieces pieces) {
    emit(pieces, DialectStream::reasoning);
  }

  void toolHalf(TextPieces pieces) {
    emit(pieces, DialectStream::toolArgumentsBegin);
    calling = true;
  }

  void toolWhole(TextPieces pieces) {
    if (!calling) {
      throw new Misfit("tool_whole must come after tool_half");
    }
    emit(pieces, DialectStream::toolArgumentsEnd);
  }

  void toolProof() {
    events(dialectStream.toolProof());
  }

  void closing() {
    events(dialectStream.closing());
  }

  void finish(Finish finish) {
    events(dialectStream.end(finish));
    finished = true;
  }

  void heartbeat() {
    events(List.of(dialectStream.heartbeat()));
  }

  /** As an event where the head opened a stream, and as the body of an error where it did not. */
  void error(ProviderError providerError) {
    if (required().isError()) {
      body(Bytes.of(ProviderDialects.of(dialect).errorBody(providerError)));
    } else {
      events(dialectStream.failure(providerError));
      finished = true;
    }
  }

  void event(Step.Event event) {
    events(List.of(event));
  }

  void body(Bytes payload) {
    var unused = required();
    steps.add(new Step.Body(payload));
    finished = true;
  }

  /** The event before loses its end. */
  void tear(@Nullable Integer keptBytes) {
    if (steps.isEmpty() || !(steps.getLast() instanceof Step.Event event)) {
      throw new Misfit(
          "torn must follow an event, and in %s it does not".formatted(dialect.token()));
    }
    int size = event.payload().size();
    int kept = keptBytes == null ? size / 2 : keptBytes;
    if (kept >= size) {
      throw new Misfit(
          "torn must keep less than all %d bytes of the event in %s, but keeps %d"
              .formatted(size, dialect.token(), kept));
    }
    steps.set(steps.size() - 1, new Step.Piece(event.payload().before(kept)));
    tornBytes = size - kept;
  }

  /** Something to wait for, or bytes past all framing. */
  void add(Step step) {
    steps.add(step);
  }

  /** All of it, ended so. */
  Script end(EndAction endAction) {
    if (head != null) {
      steps.add(headAt, wholeHead(head, endAction));
    }
    if (!steps.isEmpty()
        && endAction instanceof EndAction.Cut
        && !(endAction instanceof EndAction.EndOfMessage)) {
      // a reset throws away what the client's kernel has not yet taken, so that comes first
      steps.add(new Step.AwaitAcknowledged());
    }
    return new Script(steps, endAction);
  }

  private Step.Head wholeHead(Announced announced, EndAction endAction) {
    Integer missing = announced.missingBytes();
    long rest = missing == null ? restBytes(endAction) : missing;
    long whole = new Script(steps, endAction).content().size() + rest;
    boolean named =
        announced.fields().stream().anyMatch(field -> field.name().equals("content-type"));
    if (announced.status() == 200 && !named) {
      return ResponseHeads.stream(dialect, announced.fields(), whole);
    }
    var fields = new ArrayList<>(announced.fields());
    if (!named) {
      fields.addFirst(new Field("content-type", "application/json"));
    }
    return ResponseHeads.plain(
        announced.status(), reason(announced.status()), fields, dialect, whole);
  }

  /** How much more an uncut response would have had. */
  private long restBytes(EndAction endAction) {
    boolean ends = finished || endAction instanceof EndAction.EndOfMessage;
    return ends ? 0 : tornBytes + size(dialectStream.responseEnd());
  }

  private static String reason(int status) {
    return Arrays.stream(ProviderError.values())
        .filter(providerError -> providerError.status() == status)
        .map(ProviderError::reason)
        .findFirst()
        .orElse(status == 200 ? "OK" : "");
  }

  private void emit(
      TextPieces pieces, BiFunction<DialectStream, List<String>, List<Step.Event>> telling) {
    List<String> texts = pieces.in(some -> telling.apply(taster(), some));
    List<Step.Event> events = telling.apply(dialectStream, texts);
    requireRoom();
    Duration gap = pieces.over().dividedBy(Math.max(1, texts.size() - 1));
    for (int i = 0; i < events.size(); i++) {
      // what a dialect says before the first piece comes with it
      if (!gap.isZero() && i > events.size() - texts.size()) {
        steps.add(new Step.Pause(gap));
      }
      steps.add(events.get(i));
    }
  }

  /** A speaker who has begun a call, whose pieces are only measured. */
  private DialectStream taster() {
    DialectStream taster = ProviderDialects.of(dialect).stream();
    var unused = taster.toolArgumentsBegin();
    return taster;
  }

  private void events(List<Step.Event> events) {
    requireRoom();
    steps.addAll(events);
  }

  private void requireRoom() {
    if (required().isError()) {
      throw new Misfit("events must follow a head of 200, but follow " + required().status());
    }
    if (tornBytes > 0) {
      throw new Misfit("no event must follow one that is torn; raw bytes, waits and the end may");
    }
  }

  private Announced required() {
    if (head == null) {
      throw new Misfit("content must come after a head; put '- head: 200' before it");
    }
    return head;
  }

  private static long size(List<Step.Event> events) {
    return events.stream().mapToLong(event -> event.payload().size()).sum();
  }
}
