// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.pawwork;

import dev.lastbyte.core.event.ErrorLink;
import dev.lastbyte.core.event.KnownPhrase;
import dev.lastbyte.core.event.LocalEvent.AbortChecked;
import dev.lastbyte.core.event.LocalEvent.AbortRequested;
import dev.lastbyte.core.event.LocalEvent.AbortSource;
import dev.lastbyte.core.event.LocalEvent.ErrorSurfaced;
import dev.lastbyte.core.event.LocalEvent.TimerFired;
import dev.lastbyte.core.event.LocalEvent.TimerKind;
import dev.lastbyte.core.event.LocalEvent.TimerQuiet;
import dev.lastbyte.core.event.ResponseEvent.Correlated;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.ResponseEvent.Framing;
import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.imports.reading.JsonFields;
import dev.lastbyte.imports.reading.RunTimestamps;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How the last attempt ended, in the agent's own eyes, and by which ids others know it. */
final class PawWorkEnding {

  private final JsonFields trace;
  private final JsonFields observation;
  private final RunTimestamps timestamps;
  private final int attempt;

  PawWorkEnding(JsonFields trace, JsonFields observation, RunTimestamps timestamps, int attempt) {
    this.trace = trace;
    this.observation = observation;
    this.timestamps = timestamps;
    this.attempt = attempt;
  }

  /** Adds cause before effect: what the timers did, who aborted, and what error came of it. */
  void addTo(List<RunEvent> events) {
    provider(events);
    timers(events);
    abort(events);
    error(events);
  }

  private void provider(List<RunEvent> events) {
    long status = trace.count("stream.provider.status_code");
    if (status >= 200 && status <= 599) {
      events.add(
          new ResponseStarted(start(), (int) status, Framing.UNKNOWN, Media.OTHER, retryAfter()));
    }
    correlated(events, Correlation.REQUEST_ID, trace.text("stream.provider.request_id"));
    correlated(events, Correlation.RESPONSE_ID, trace.text("stream.provider.response_id"));
    correlated(events, Correlation.CF_RAY, trace.text("stream.provider.safe_headers.cf-ray"));
    correlated(events, Correlation.SESSION_ID, trace.text("session_id"));
  }

  private void correlated(List<RunEvent> events, Correlation kind, @Nullable String id) {
    Token token = Token.orNull(id);
    if (token != null && kind.fits(token)) {
      events.add(new Correlated(start(), kind, token));
    }
  }

  /** Whole seconds (RFC 9110 §10.2.3); a date has no clock here to be held against. */
  private @Nullable Long retryAfter() {
    String seconds = trace.textOrEmpty("stream.provider.safe_headers.retry-after");
    return seconds.matches("\\d{1,9}") ? TimeUnit.SECONDS.toNanos(Long.parseLong(seconds)) : null;
  }

  /**
   * PawWork has two timers, of which one runs at a time: {@code connect} until the provider's first
   * progress, whatever was connected by then, and {@code silent_stream} between two of them.
   */
  private void timers(List<RunEvent> events) {
    if (trace.bool("stream.watchdog.fired") == null || !failed()) {
      return;
    }
    String fired = trace.isTrue("stream.watchdog.fired") ? firedPhase() : "";
    timer(events, TimerKind.FIRST_CONTENT, "connect_timeout_ms", fired.equals("connect"));
    timer(events, TimerKind.IDLE, "stream_timeout_ms", fired.equals("silent_stream"));
  }

  private void timer(List<RunEvent> events, TimerKind kind, String threshold, boolean fired) {
    long nanos = TimeUnit.MILLISECONDS.toNanos(trace.count("stream.watchdog." + threshold));
    events.add(
        fired ? new TimerFired(failure(), kind, nanos) : new TimerQuiet(failure(), kind, nanos));
  }

  private String firedPhase() {
    String reported = trace.text("stream.watchdog.fired_phase");
    if (reported != null) {
      return reported;
    }
    return trace.isTrue("stream.watchdog.provider_progressed") ? "silent_stream" : "connect";
  }

  private void abort(List<RunEvent> events) {
    AbortSource source = abortSource();
    if (source != null) {
      Long recorded = trace.number("stream.abort.provenance_recorded_at");
      Stamp at = recorded == null ? failure() : timestamps.stamp(attempt, recorded);
      events.add(new AbortRequested(at, source, null, null));
    }
    Boolean aborted = trace.bool("stream.abort.signal_aborted_at_error");
    if (aborted == null && trace.isTrue("flags.aborted")) {
      aborted = true;
    }
    if (aborted != null) {
      events.add(new AbortChecked(failure(), aborted));
    }
  }

  /** Most of PawWork's sources say where an abort was noticed, which is not who asked for it. */
  private @Nullable AbortSource abortSource() {
    if (observation.text("lifecycle.kind") != null) {
      return AbortSource.LIFECYCLE;
    }
    String source = trace.text("stream.abort.provenance_source");
    if (source == null) {
      return null;
    }
    List<String> words = List.of(source.toLowerCase(Locale.ROOT).split("[^a-z]+"));
    if (words.contains("user")) {
      return AbortSource.USER;
    }
    if (words.contains("parent")) {
      return AbortSource.PARENT;
    }
    return AbortSource.UNATTRIBUTED;
  }

  private void error(List<RunEvent> events) {
    List<ErrorLink> chain = chain(trace, "stream.error.");
    if (chain.isEmpty()) {
      chain = chain(observation, "error.");
    }
    if (!chain.isEmpty()) {
      events.add(new ErrorSurfaced(failure(), chain));
    }
  }

  private static List<ErrorLink> chain(JsonFields fields, String path) {
    List<ErrorLink> chain = new ArrayList<>(2);
    link(chain, fields, path);
    link(chain, fields, path + "cause_");
    return chain;
  }

  private static void link(List<ErrorLink> chain, JsonFields fields, String path) {
    String type = fields.text(path + "constructor_name");
    String name = type == null ? fields.text(path + "name") : type;
    String code = fields.text(path + "code");
    String message = fields.text(path + "message");
    if (name != null || code != null || message != null) {
      var phrase = KnownPhrase.in(message == null ? "" : message);
      chain.add(new ErrorLink(Token.orNull(name), Token.orNull(code), phrase));
    }
  }

  private boolean failed() {
    return trace.number("stream.timeline.failed_at") != null
        || trace.isTrue("flags.stream_error")
        || trace.isTrue("flags.aborted");
  }

  private Stamp start() {
    return timestamps.stamp(attempt, trace.number("stream.timeline.first_event_at"));
  }

  private Stamp failure() {
    return timestamps.stamp(
        attempt,
        trace.number("stream.timeline.failed_at"),
        trace.number("completed_at"),
        trace.number("stream.timeline.last_event_at"));
  }
}
