// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.CloseEvent.ResetCode;
import dev.lastbyte.core.event.CloseEvent.WebSocketClosed;
import dev.lastbyte.core.event.ConnectionEvent.DialFailure;
import dev.lastbyte.core.event.ConnectionEvent.LookupFailure;
import dev.lastbyte.core.event.ConnectionEvent.ProxyFailure;
import dev.lastbyte.core.event.ConnectionEvent.SocketState;
import dev.lastbyte.core.event.ConnectionEvent.TlsFailure;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.KnownPhrase;
import dev.lastbyte.core.event.LifeEvent.RetryHold;
import dev.lastbyte.core.event.LifeEvent.RunOutcome;
import dev.lastbyte.core.event.LocalEvent.AbortSource;
import dev.lastbyte.core.event.LocalEvent.SetupFailure;
import dev.lastbyte.core.event.LocalEvent.TimerKind;
import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.core.event.ResponseEvent.BodyEnd;
import dev.lastbyte.core.event.ResponseEvent.ErrorShape;
import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.core.event.ResponseEvent.Signer;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.core.event.StreamEvent.Malformed;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.event.ToolEvent.ToolOutcome;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.story.Story;
import java.time.Duration;
import java.util.Random;

/** Stories of a seed that keep to the life cycle of a run and are otherwise arbitrary. */
public final class RandomStories {

  private static final int[] CLOSE_CODES = {
    WebSocketClosed.NORMAL,
    WebSocketClosed.ABNORMAL,
    WebSocketClosed.ABNORMAL,
    1001,
    1003,
    1008,
    1009,
    1011,
    1013,
    1014,
    3000,
    3008
  };

  private static final int[] BAD_STATUSES = {
    499, 307, 400, 401, 402, 403, 404, 408, 409, 413, 418, 422, 429, 500, 501, 502, 503, 504, 520,
    522, 524, 529
  };

  /** Pauses around the values that the rules know, and some that they do not. */
  private static final int[] PAUSES_MILLIS = {
    5, 1_000, 14_830, 14_880, 14_930, 31_000, 60_000, 100_000, 300_000, 600_000, 1_200_000
  };

  private final Random random;

  /** Those of this seed. */
  public RandomStories(long seed) {
    this.random = new Random(seed);
  }

  /** Another one. */
  public Story next() {
    Story story = begin();
    boolean answered = false;
    if (percent(4)) {
      story.setupFailed(any(SetupFailure.values()));
    } else if (connects(story) && sends(story) && isAnswered(story)) {
      answered = true;
      stream(story);
      tools(story);
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      end(story, answered);
    }
    return story;
  }

  private Story begin() {
    return switch (random.nextInt(11)) {
      case 0 -> Story.imported();
      case 2 -> Story.beganStateful();
      case 1 -> Story.beganAsking(any(Known.values()), any(Known.values()));
      default -> Story.began();
    };
  }

  private boolean connects(Story story) {
    switch (random.nextInt(16)) {
      case 0 -> story.lookupFailed(any(LookupFailure.values()));
      case 1 -> story.dialFailed(any(DialFailure.values()));
      case 2 -> story.proxyFailed(any(ProxyFailure.values()));
      case 3 -> story.tlsFailed(any(TlsFailure.values()));
      case 4 -> story.dialled();
      case 5, 6, 7 -> {
        reused(story);
        return true;
      }
      default -> {
        story.connected();
        return true;
      }
    }
    return false;
  }

  private void reused(Story story) {
    switch (random.nextInt(4)) {
      case 0 -> story.reusedAfter(Duration.ofMillis(1));
      case 1 -> story.reusedShowing(any(SocketState.values()));
      default -> story.reused();
    }
  }

  private boolean sends(Story story) {
    if (percent(10)) {
      return false;
    }
    if (percent(15)) {
      story.sending();
      return false;
    }
    if (percent(2)) {
      story.seen(Vantage.GATEWAY_DOWN, at -> new Malformed(at, Malformation.HTTP_FRAMING));
      return false;
    }
    story.sent();
    return true;
  }

  private boolean isAnswered(Story story) {
    switch (random.nextInt(24)) {
      case 0 -> story.goAway(any(Known.values()));
      case 1 -> story.streamReset(any(ResetCode.values()));
      case 2 -> story.malformed(Malformation.HTTP_FRAMING);
      case 3, 4, 5 -> {}
      case 6, 7, 8, 9, 10 -> refusal(story);
      default -> {
        story.status(200, percent(80) ? Media.EVENT_STREAM : any(Media.values()));
        if (percent(3)) {
          story.goAway(Known.YES);
        }
        return true;
      }
    }
    return false;
  }

  private void refusal(Story story) {
    Media media = any(Media.values());
    int status = BAD_STATUSES[random.nextInt(BAD_STATUSES.length)];
    if (media == Media.JSON && percent(30)) {
      story.statusWithRetryAfter(status, Duration.ofSeconds(random.nextInt(600)));
    } else {
      story.status(status, media);
    }
    if (percent(50)) {
      story.errorBody(any(ErrorShape.values()), any(Signer.values()));
    }
    if (percent(20)) {
      story.shouldRetry(percent(50));
    }
    if (percent(60)) {
      story.providerFailed(any(ProviderFailure.values()), false);
    }
    story.bodyEnded(any(BodyEnd.values()));
  }

  private void stream(Story story) {
    for (int i = random.nextInt(5); i > 0; i--) {
      piece(story);
    }
    if (percent(25)) {
      story.finishSeen(any(Finish.values()));
    }
    if (percent(15)) {
      story.malformed(any(Malformation.values()));
    }
    if (percent(25)) {
      story.proven(any(Finish.values()));
    }
    if (percent(20)) {
      story.sentinel();
    }
  }

  private void piece(Story story) {
    switch (random.nextInt(15)) {
      case 0 -> story.firstByte();
      case 1 -> story.toolCallBegan();
      case 2 -> story.toolCallReady();
      case 3 -> story.opaque();
      case 4 -> story.providerFailed(any(ProviderFailure.values()), true);
      case 5, 6 -> pause(story);
      case 7 -> story.responseId("resp_1");
      case 8 -> story.pieceArrived();
      default -> story.flowed(any(Content.values()));
    }
  }

  private void tools(Story story) {
    for (int i = random.nextInt(3); i > 0 && percent(60); i--) {
      story.toolStarted(any(ToolEffect.values()));
      if (percent(80)) {
        story.toolEnded(any(ToolOutcome.values()));
      }
      if (percent(30)) {
        story.resultSent();
      }
    }
    if (percent(40)) {
      story.applicationEnded();
    }
  }

  /** What a program says of an end that nothing else tells of. */
  private void said(Story story) {
    switch (random.nextInt(3)) {
      case 0 -> story.streamBroke();
      case 1 -> story.retryDeclined(any(RetryHold.values()));
      default -> story.applicationEnded(any(RunOutcome.values()));
    }
  }

  private void end(Story story, boolean answered) {
    if (percent(40)) {
      pause(story);
    }
    // Only a response has a body to end.
    switch (answered ? random.nextInt(16) : 4 + random.nextInt(12)) {
      case 0, 1, 2 -> story.bodyEnded(any(BodyEnd.values()));
      case 3 -> story.cut(any(CloseMark.values()));
      case 4, 5 -> story.providerClosed(any(CloseMark.values()));
      case 6 -> webSocketClosed(story);
      case 7 -> story.clientClosed();
      case 8 -> story.closedHere(any(Vantage.values()));
      case 9 -> peerOfALog(story);
      case 10 -> story.timerFired(any(TimerKind.values()), Duration.ofSeconds(random.nextInt(60)));
      case 11 -> story.abortRequested(any(AbortSource.values()));
      case 12 -> story.errorReported(any(KnownPhrase.values()));
      case 13 -> story.processLost();
      case 14 -> said(story);
      default -> story.abortSignalWasClear().timerWasQuiet(any(TimerKind.values()));
    }
  }

  private void webSocketClosed(Story story) {
    int code = CLOSE_CODES[random.nextInt(CLOSE_CODES.length)];
    switch (random.nextInt(4)) {
      case 0 ->
          story.seen(
              Vantage.GATEWAY_DOWN, at -> new WebSocketClosed(at, WebSocketClosed.TOO_BIG, true));
      case 1 ->
          story.seen(Vantage.CLIENT, at -> new WebSocketClosed(at, WebSocketClosed.TOO_BIG, false));
      default -> story.seen(Vantage.GATEWAY_UP, at -> new WebSocketClosed(at, code, true));
    }
  }

  private void peerOfALog(Story story) {
    CloseMark mark = any(CloseMark.values());
    story.seen(Vantage.IMPORT, at -> new PeerClosed(at, mark, 0, 0));
  }

  private void pause(Story story) {
    story.after(Duration.ofMillis(PAUSES_MILLIS[random.nextInt(PAUSES_MILLIS.length)]));
    if (percent(10)) {
      story.hostSlept(Duration.ofMinutes(40));
    }
    if (percent(10)) {
      story.hostStalled(Duration.ofSeconds(30));
    }
  }

  private boolean percent(int of100) {
    return random.nextInt(100) < of100;
  }

  private <T> T any(T[] all) {
    return all[random.nextInt(all.length)];
  }
}
