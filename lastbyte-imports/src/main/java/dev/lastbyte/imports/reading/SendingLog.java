// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.reading;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.LifeEvent.AttemptStarted;
import dev.lastbyte.core.event.LifeEvent.RetryReason;
import dev.lastbyte.core.event.LifeEvent.RetryScheduled;
import dev.lastbyte.core.event.LifeEvent.RunEnded;
import dev.lastbyte.core.event.LifeEvent.RunOutcome;
import dev.lastbyte.core.event.LocalEvent.ErrorSurfaced;
import dev.lastbyte.core.event.RequestEvent.Link;
import dev.lastbyte.core.event.RequestEvent.LinkBasis;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.RequestEvent.RunLinked;
import dev.lastbyte.core.event.ResponseEvent.Correlated;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.ResponseEvent.Framing;
import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.ContentFlowed;
import dev.lastbyte.core.event.StreamEvent.ContentOpaque;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.event.StreamEvent.FinishSeen;
import dev.lastbyte.core.event.StreamEvent.Opacity;
import dev.lastbyte.core.event.StreamEvent.TerminalProven;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One sending of a request, as a log tells of it, until it becomes a run log. Takes texts and keeps
 * none but tokens. Times are milliseconds since 1970; one that is missing is that of the news
 * before. Not thread-safe.
 */
public final class SendingLog {

  private static final int ATTEMPT = 1;

  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  private final Token run;
  private final long startedAt;
  private final RunTimestamps times;
  private final List<RunEvent> events = new ArrayList<>();
  private final Map<Content, ContentFlowed> flows = new EnumMap<>(Content.class);
  private final ToolCalls calls = new ToolCalls(this);
  private @Nullable Token provider;
  private long latest;
  private long dropped;

  /**
   * A sending that begins.
   *
   * @param run its name, which is the same whenever its log is read
   * @param startedAtEpochMillis when it began
   */
  public SendingLog(Token run, long startedAtEpochMillis) {
    this.run = run;
    this.startedAt = Math.clamp(startedAtEpochMillis, 0, Moments.LATEST_EPOCH_MILLIS);
    this.times = new RunTimestamps(startedAt);
    this.latest = startedAt;
    add(startedAt, AttemptStarted::new);
  }

  /** Its name. */
  public Token run() {
    return run;
  }

  /** When the last news of it came. */
  public long latest() {
    return latest;
  }

  /** The name by which its client knows the provider. */
  public SendingLog provider(@Nullable String name) {
    provider = Token.orNull(name);
    return this;
  }

  /** What was asked, of which a log hardly tells more than the model. */
  public SendingLog asked(Dialect dialect, @Nullable String model, Known streaming) {
    add(
        startedAt,
        at ->
            new RequestDescribed(
                at, dialect, Token.orNull(model), streaming, Known.UNKNOWN, Known.UNKNOWN, 0, 0));
    return this;
  }

  /** An id by which others can find it; one that may not be kept is dropped. */
  public SendingLog known(Correlation kind, @Nullable String id) {
    Token token = Token.orNull(id);
    if (token != null) {
      add(startedAt, at -> new Correlated(at, kind, token));
    }
    return this;
  }

  /** That it follows another one: as its retry, or as the next step. */
  public SendingLog follows(SendingLog earlier, Link link, int number, @Nullable String session) {
    long pause = Math.max(0, startedAt - earlier.latest) * MILLI;
    add(
        startedAt,
        at ->
            new RunLinked(
                at,
                link,
                LinkBasis.CONVERSATION,
                earlier.run,
                Token.orNull(session),
                number,
                pause));
    return this;
  }

  /** The response's status; one that HTTP does not have is passed over. */
  public SendingLog status(@Nullable Long status, Media media, @Nullable Long when) {
    if (status != null && status >= 200 && status <= 599) {
      add(when, at -> new ResponseStarted(at, status.intValue(), Framing.UNKNOWN, media, null));
    }
    return this;
  }

  /** At least one piece of content. */
  public SendingLog flowed(Content kind, @Nullable Long when) {
    Stamp at = stamp(when);
    flows.merge(
        kind,
        new ContentFlowed(at, kind, 1, 0, at.atNanos()),
        (before, next) ->
            new ContentFlowed(
                before.stamp(),
                kind,
                before.count() + 1,
                0,
                Math.max(before.lastAtNanos(), next.lastAtNanos())));
    return this;
  }

  /** That the log does not say what content came. */
  public SendingLog contentNotRecorded() {
    add(latest, at -> new ContentOpaque(at, Opacity.NOT_RECORDED));
    return this;
  }

  /** That the client has the response for whole, and why the model stopped. */
  public SendingLog finished(Finish finish, @Nullable Long when) {
    add(when, at -> new FinishSeen(at, finish));
    add(when, at -> new TerminalProven(at, finish));
    return this;
  }

  /** An error that the client reports. */
  public SendingLog failed(ErrorChain error, Known retryable, @Nullable Long when) {
    if (!error.isEmpty()) {
      add(when, at -> new ErrorSurfaced(at, error.links(), retryable));
    }
    return this;
  }

  /** That the client means to send it again. */
  public SendingLog retries(RetryReason why, @Nullable Long delayMillis, @Nullable Long when) {
    long delay = delayMillis == null ? 0 : Math.clamp(delayMillis, 0, 1L << 40) * MILLI;
    add(when, at -> new RetryScheduled(at, why, delay));
    return this;
  }

  /** What became of it, in the client's own words. */
  public SendingLog ended(RunOutcome outcome, @Nullable Long when) {
    long at = times.nanos(when == null ? Long.valueOf(latest) : when);
    events.add(new RunEnded(new Stamp(at, Stamp.WHOLE_RUN, Vantage.IMPORT), outcome));
    return this;
  }

  /** Any other news. */
  public SendingLog add(@Nullable Long when, Function<Stamp, RunEvent> event) {
    Stamp at = stamp(when);
    // One place is kept for each kind of content, and one for the end.
    if (events.size() < RunLog.MAX_EVENTS_PER_ATTEMPT - Content.values().length - 1) {
      events.add(event.apply(at));
    } else {
      dropped++;
    }
    return this;
  }

  /** Part of the log, where this sending stands, could not be read. */
  public void lost() {
    dropped++;
  }

  /** Its tool calls. */
  public ToolCalls calls() {
    return calls;
  }

  private Stamp stamp(@Nullable Long when) {
    if (when != null && when > latest && when <= Moments.LATEST_EPOCH_MILLIS) {
      latest = when;
    }
    return times.stamp(ATTEMPT, when, latest);
  }

  /** The run log. */
  public RunLog log() {
    List<RunEvent> all = new ArrayList<>(flows.values());
    all.addAll(events);
    return new RunLog(new RunHeader(run, startedAt, provider), all, dropped);
  }
}
