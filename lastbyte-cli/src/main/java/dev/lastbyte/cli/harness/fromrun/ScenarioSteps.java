// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.harness.fromrun;

import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.ConnectionEvent.TlsStarted;
import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.LifeEvent.AttemptStarted;
import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.core.event.RequestEvent.RequestSent;
import dev.lastbyte.core.event.ResponseEvent.BodyEnded;
import dev.lastbyte.core.event.ResponseEvent.Framing;
import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.ContentFlowed;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.event.StreamEvent.FinishSeen;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.core.event.StreamEvent.Malformed;
import dev.lastbyte.core.event.StreamEvent.ProviderFailed;
import dev.lastbyte.core.event.StreamEvent.SentinelSeen;
import dev.lastbyte.core.event.StreamEvent.TerminalProven;
import dev.lastbyte.core.event.StreamEvent.ToolCallReady;
import dev.lastbyte.core.event.StreamEvent.ToolCallStarted;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.harness.DialectTrait;
import java.util.Comparator;
import java.util.List;

/** The steps of a recorded attempt in the words of a scenario, one a line. Used once. */
final class ScenarioSteps {

  private static final long MOST_EVENTS = 10_000;
  private static final int FIRST_ERROR = 400;

  private final StringBuilder yaml = new StringBuilder();
  private final List<RunEvent> events;
  private final Dialect dialect;
  private final ScenarioEnding ending;
  private final PauseScaling timing;
  private final boolean proven;
  private final long calls;
  private final long ready;
  private long writtenUntilNanos;

  private ScenarioSteps(
      List<RunEvent> events, Dialect dialect, ScenarioEnding ending, PauseScaling timing) {
    this.events = events;
    this.dialect = dialect;
    this.ending = ending;
    this.timing = timing;
    proven = has(TerminalProven.class);
    calls = Math.max(1, count(ToolCallStarted.class));
    ready = count(ToolCallReady.class);
  }

  static String of(
      List<RunEvent> events, Dialect dialect, ScenarioEnding ending, PauseScaling timing) {
    var steps = new ScenarioSteps(events, dialect, ending, timing);
    // pieces of one read bear one time, and what ends a stream is counted before they are
    events.stream().sorted(Comparator.comparingInt(ScenarioSteps::order)).forEach(steps::add);
    return steps.yaml.toString();
  }

  private static int order(RunEvent event) {
    return switch (event) {
      case AttemptStarted unused -> 0;
      case RequestSent unused -> 0;
      case ResponseStarted unused -> 0;
      case ContentFlowed unused -> 1;
      default -> 2;
    };
  }

  private void add(RunEvent event) {
    switch (event) {
      case AttemptStarted started -> writtenUntilNanos = started.atNanos();
      case RequestSent sent -> writtenUntilNanos = sent.atNanos();
      case ResponseStarted head -> step(head, head(head));
      case ContentFlowed flowed -> flowed(flowed);
      case ProviderFailed failed when failed.inStream() -> failure(failed);
      case FinishSeen finish when !proven && !has(ProviderFailed.class) -> step(finish, "closing");
      case TerminalProven terminal -> step(terminal, "finish: " + finish(terminal.finish()));
      case SentinelSeen sentinel when !proven ->
          step(sentinel, "event: {kind: finishing, data: \"data: [DONE]\\n\\n\"}");
      case Malformed malformed -> malformed(malformed);
      case PeerClosed closed when isWithinHead(closed) -> line("raw: \"HTTP/1.1 200 OK\\r\\n\"");
      case BodyEnded body -> pause(Math.min(body.atNanos(), body.lastByteAtNanos()));
      default -> {}
    }
  }

  /** Some bytes of a head came, and not all: nothing else tells of them. */
  private boolean isWithinHead(PeerClosed closed) {
    return closed.vantage() == Vantage.GATEWAY_UP
        && closed.received() > 0
        && !has(ResponseStarted.class)
        && !has(Malformed.class)
        && !has(TlsStarted.class);
  }

  private String head(ResponseStarted head) {
    if (head.status() >= FIRST_ERROR || isDocument(head)) {
      return document(head);
    }
    boolean cut = head.framing() == Framing.LENGTH && !ScenarioExport.isWhole(events);
    return cut && proven
        ? "head: {status: %d, missing_bytes: 1000}".formatted(head.status())
        : "head: " + head.status();
  }

  private static boolean isDocument(ResponseStarted head) {
    return head.media() == Media.HTML || head.media() == Media.JSON;
  }

  private String document(ResponseStarted head) {
    Long nanos = head.retryAfterNanos();
    String type = head.media() == Media.HTML ? "text/html" : "application/json";
    String wait = nanos == null ? "" : ", retry-after: \"%d\"".formatted(nanos / 1_000_000_000);
    String body =
        ScenarioExport.first(events, ProviderFailed.class)
            .map(failed -> "error: " + errorName(failed.failure()))
            .orElse(head.media() == Media.HTML ? "body: \"<html></html>\"" : "body: \"{}\"");
    return "head: {status: %d, fields: {content-type: %s%s}}\n  - %s"
        .formatted(head.status(), type, wait, body);
  }

  private void flowed(ContentFlowed flowed) {
    boolean beats = flowed.content() == Content.HEARTBEAT && ending.beats();
    if (beats
        || ScenarioExport.first(events, ResponseStarted.class)
            .filter(ScenarioSteps::isDocument)
            .isPresent()) {
      return;
    }
    pause(flowed.atNanos());
    switch (flowed.content()) {
      case HEARTBEAT -> line("heartbeat: " + events(flowed.count()));
      case LIFECYCLE -> line("opening");
      case REASONING -> line("reasoning: " + sizes(flowed, flowed.count(), flowed.bytes()));
      case TEXT -> line("text: " + sizes(flowed, flowed.count(), flowed.bytes()));
      case TOOL_INPUT -> calls(flowed);
      case SERVER_TOOL -> line("event: {kind: server_tool, data: \": a tool of its own\\n\\n\"}");
    }
    writtenUntilNanos = Math.max(writtenUntilNanos, flowed.lastAtNanos());
  }

  /** The arguments are shared out evenly among the calls. */
  private void calls(ContentFlowed flowed) {
    if (!tellsCallsInPieces()) {
      line("tool_proof");
      return;
    }
    for (long call = 0; call < calls; call++) {
      long count = Math.max(1, flowed.count() / calls - 1);
      line("tool_half: " + sizes(flowed, count, flowed.bytes() / calls));
      boolean whole = call < ready || proven;
      if (whole) {
        line("tool_whole: {events: 1, bytes: 1}");
      }
      if (whole && !proven && call == calls - 1) {
        line("tool_proof");
      }
    }
  }

  private boolean tellsCallsInPieces() {
    return dev.lastbyte.harness.Dialect.named(dialect.code())
        .filter(served -> served.has(DialectTrait.PARTIAL_TOOL_CALLS))
        .isPresent();
  }

  private String sizes(ContentFlowed flowed, long count, long bytes) {
    long over = timing.millis(flowed.lastAtNanos() - flowed.atNanos());
    String spread = over == 0 ? "" : ", over: %dms".formatted(over);
    return "{events: %d, bytes: %d%s}".formatted(events(count), Math.max(1, bytes), spread);
  }

  private void malformed(Malformed malformed) {
    switch (malformed.what()) {
      case HTTP_FRAMING -> line("raw: \"zz\\r\\n\"");
      case EVENT_DATA, EVENT_FRAMING -> line("event: {kind: lifecycle, data: \"data: {\\n\\n\"}");
      case GRAMMAR -> line("event: {kind: lifecycle, data: \"data: {}\\n\\n\"}");
      case CONTRADICTION -> contradiction();
    }
  }

  /** In the chat dialects a first end with another reason; elsewhere an event that says nothing. */
  private void contradiction() {
    if (isContradictedByItsEnd()) {
      return;
    }
    boolean callsTools =
        ScenarioExport.first(events, TerminalProven.class)
            .filter(terminal -> terminal.finish() == Finish.TOOL_CALLS)
            .isPresent();
    chunk(
        dialect == Dialect.OPENAI_CHAT
            ? "{'choices':[{'index':0,'delta':{},'finish_reason':'%s'}]}"
                .formatted(callsTools ? "stop" : "tool_calls")
            : "{}");
  }

  private void failure(ProviderFailed failed) {
    if (failed.failure() == ProviderFailure.OTHER && dialect == Dialect.OPENAI_CHAT) {
      pause(failed.atNanos());
      chunk("{'error':{'code':'perplexed','message':''}}");
    } else {
      step(failed, "error: " + errorName(failed.failure()));
    }
  }

  /** An event of JSON, which is given with single quotes. */
  private void chunk(String json) {
    String escaped = json.replace("'", "\\\"");
    line("event: {kind: finishing, data: \"data: " + escaped + "\\n\\n\"}");
  }

  private void step(RunEvent event, String text) {
    pause(event.atNanos());
    line(text);
  }

  private void line(String text) {
    yaml.append("  - ").append(text).append('\n');
  }

  private void pause(long atNanos) {
    long millis = timing.millis(atNanos - writtenUntilNanos);
    if (millis > 0) {
      line("pause: " + millis + "ms");
    }
    writtenUntilNanos = Math.max(writtenUntilNanos, atNanos);
  }

  private boolean has(Class<? extends RunEvent> kind) {
    return count(kind) > 0;
  }

  private long count(Class<? extends RunEvent> kind) {
    return events.stream().filter(kind::isInstance).count();
  }

  private static long events(long count) {
    return Math.clamp(count, 1, MOST_EVENTS);
  }

  private String finish(Finish finish) {
    if (isContradictedByItsEnd()) {
      return "tools";
    }
    return switch (finish) {
      case TOOL_CALLS -> "tools";
      case LENGTH, CONTEXT_WINDOW, INCOMPLETE -> "length";
      case CONTENT_FILTER, REFUSAL -> "content_filter";
      case STOP, PAUSED, CANCELLED, INVALID_CALL -> "stop";
      case OTHER -> "other";
    };
  }

  /** An end that speaks of tools that nothing called stands for all that contradict themselves. */
  private boolean isContradictedByItsEnd() {
    return !has(ToolCallStarted.class)
        && events.stream()
            .anyMatch(event ->
                event instanceof Malformed malformed
                    && malformed.what() == Malformation.CONTRADICTION);
  }

  private static String errorName(ProviderFailure failure) {
    return switch (failure) {
      case AUTH,
          CREDENTIAL_EXPIRED,
          FORBIDDEN,
          INVALID_REQUEST,
          CONTEXT_OVERFLOW,
          TOO_LARGE,
          RATE_LIMITED,
          QUOTA,
          BILLING,
          OVERLOADED,
          SERVER_ERROR,
          CONFLICT,
          CONTENT_FILTER ->
          failure.code();
      case NOT_FOUND, STATE_LOST -> "model_not_found";
      case PLAN_WINDOW -> "quota";
      case REFUSAL -> "content_filter";
      case BAD_GATEWAY, GATEWAY_TIMEOUT, REQUEST_TIMEOUT, CANCELLED, CONNECTION_LIMIT ->
          "server_error";
      case OTHER -> "unclassed";
    };
  }
}
