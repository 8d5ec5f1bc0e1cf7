// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.LifeEvent.RetryReason;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * One request of a client and its response: carries the bytes between the two connections, and
 * records the run. Used on its event loop only.
 *
 * <pre>
 * begin -&gt; (dialling | reused) -&gt; connected -&gt; over: request and response are through,
 *                                                   or either side ended first
 *               dialling       -&gt; unreachable: over
 * </pre>
 *
 * <p>Where recovery is on, an error that the client has no byte of may lead back to dialling.
 */
final class Exchange implements ProviderListener {

  private final ClientConnection client;
  private final ClientOutput output;
  private final RecordedRun run;
  private final Lane lane;
  private final Reach reach;
  private final RequestWay request;
  private final AnswerWay answer;
  private final Upgrade upgrade;
  private final SecondTry secondTry;
  private final Closings closings;
  private final ShadowDrains drains;
  private @Nullable ProviderSide provider;
  private boolean tunnelled;
  private boolean over;

  Exchange(
      ClientConnection client,
      RecordedRun run,
      Lane lane,
      Reach reach,
      RequestWay request,
      AnswerWay answer,
      Upgrade upgrade,
      Resend resend,
      ShadowDrains drains) {
    this.client = client;
    this.output = client.output();
    this.run = run;
    this.lane = lane;
    this.reach = reach;
    this.request = request;
    this.answer = answer;
    this.upgrade = upgrade;
    this.secondTry = new SecondTry(reach, request, answer, resend);
    this.closings = new Closings(run, request, answer);
    this.drains = drains;
  }

  @Override
  public RecordedRun run() {
    return run;
  }

  /** Sets out for the provider. */
  void begin() {
    request.describeIfWhole();
    reach.begin(this);
  }

  void connected(ProviderSide side) {
    reach.over();
    provider = side;
    side.serve(this);
    answer.begin(side.speaksInFrames());
    request.begin(side, this);
    client.adjustReading();
  }

  void unreachable(Unreachable why) {
    reach.over();
    if (triesAgain(RetryReason.CONNECTION)) {
      return;
    }
    over = true;
    request.drop();
    endRun();
    client.answer(Answer.error(502, why.code(), why.message()).about(run.id()));
  }

  private boolean triesAgain(RetryReason why) {
    return !over && secondTry.begins(why, this);
  }

  /** The pause is over, and another attempt begins. */
  void startOver() {
    run.nextAttempt();
    answer.startOver();
    request.startOver();
  }

  /** Takes over bytes of the request, or of what a connection was upgraded to. */
  void fromClient(ByteBuf bytes) {
    request.received(bytes);
    upgrade.fromClient(bytes, lane);
    if (provider != null) {
      request.send(bytes, provider, this);
    } else if (reach.isUnderway()) {
      request.hold(bytes);
    } else {
      bytes.release(); // the provider has ended, and the client is about to see it
    }
  }

  /** Whether this side can take more of the request now. */
  boolean takesMore() {
    return provider == null ? request.hasRoom() : provider.takesMore();
  }

  /** All of the request was handed to the provider. */
  void requestSent() {
    if (!over && request.passedThrough()) {
      endIfThrough();
    }
  }

  @Override
  public void fromProvider(ByteBuf bytes) {
    boolean any = answer.follow(bytes);
    if (!any) {
      bytes.release();
    } else if (secondTry.holdsBack()) {
      hold(bytes);
    } else {
      release();
      answer.pass(bytes, this);
    }
    if (!tunnelled && isTunnel()) {
      tunnelled = true;
      upgraded();
    }
  }

  /** Keeps an error back until it is whole, and says whether to try again. */
  private void hold(ByteBuf bytes) {
    boolean room = secondTry.hold(bytes);
    if (answer.isWhole() && triesAgain(RetryReason.STATUS)) {
      leaveProvider();
    } else if (answer.isWhole() || !room) {
      release();
    }
  }

  private void release() {
    ByteBuf bytes = secondTry.giveUp();
    if (bytes != null) {
      answer.pass(bytes, this);
    }
  }

  private void leaveProvider() {
    ProviderSide left = provider;
    provider = null;
    if (left != null && answer.leavesReusable()) {
      left.rest();
    } else if (left != null) {
      left.close();
    }
  }

  /** On a WebSocket that is followed each response is a run of its own: this one has its answer. */
  private void upgraded() {
    if (upgrade.isFollowed()) {
      answer.providerEnded();
      endRun();
    }
    client.serve();
  }

  /** All of the answer was handed to the client. */
  void answerSent() {
    if (!over) {
      answer.passedThrough();
      endIfThrough();
    }
  }

  @Override
  public void providerWritabilityChanged() {
    client.adjustReading();
  }

  void clientWritabilityChanged(boolean writable) {
    if (provider != null) {
      provider.keepReading(writable);
    }
  }

  /** Whether the connection was upgraded, so that both sides' bytes have no bounds any more. */
  boolean isTunnel() {
    return answer.isUpgrade();
  }

  /** The client gets to see the same, after all that came before. */
  @Override
  public void providerEnded(SideEnd end) {
    lane.flushes().run(); // what came before the end may have been all
    if (over) {
      return;
    }
    provider = null;
    answer.providerEnded();
    closings.byProvider(end);
    if (triesAgain(RetryReason.CONNECTION)) {
      return;
    }
    release();
    upgrade.providerEnded(end.shown());
    boolean nothingLeft = answer.isWhole() && request.isThrough();
    if (!nothingLeft) {
      output.whenFlushed(() -> endClient(output.mirrored(end)));
    }
  }

  private void endClient(SideEnd end) {
    if (!over) {
      over = true;
      closings.towardsClient(end);
      endRun();
      client.end(end);
    }
  }

  @Override
  public void heartbeat() {
    answer.heartbeat();
  }

  /** The client's side ended: the provider must stop at once, unless it is to be watched. */
  void clientGone(SideEnd end) {
    if (over) {
      return;
    }
    closings.byClient(end);
    if (!readsOn()) {
      upgrade.clientGone(end.shown(), ownMark());
      abandon();
    }
  }

  /** Reads the answer on without its client, if that is wanted, and there is room. */
  private boolean readsOn() {
    if (provider == null || !isWorthDraining()) {
      return false;
    }
    var shadow = new ShadowDrain(drains, run, answer, provider, lane.loop());
    if (!drains.add(shadow)) {
      return false;
    }
    over = true;
    endRun();
    shadow.begin();
    return true;
  }

  /** Whether something can still become of the answer, or nothing. */
  private boolean isWorthDraining() {
    return request.isThrough() && !isTunnel() && !answer.isWhole();
  }

  /**
   * The rest of the request is malformed, so that nobody can tell where it ends.
   *
   * @param reason a stable word
   */
  void refused(String reason) {
    closings.malformedByClient();
    closings.towardsClient(SideEnd.fin());
    abandon();
    if (answer.sent() == 0) {
      client.answer(Answer.malformed(reason).about(run.id()));
    } else {
      output.whenFlushed(() -> client.end(SideEnd.fin()));
    }
  }

  @Override
  public void failed(Throwable fault) {
    run.ownFault(fault);
    client.stop();
  }

  /** The gateway itself ends. */
  void stop() {
    if (!over) {
      closings.towardsClient(SideEnd.fin());
      upgrade.stopped(ownMark());
      abandon();
    }
  }

  private CloseMark ownMark() {
    return provider == null ? CloseMark.FIN : provider.ownEnd().shown();
  }

  private void abandon() {
    over = true;
    if (reach.isUnderway()) {
      reach.cancel();
      request.drop();
    }
    if (provider != null) {
      closings.towardsProvider(provider);
      provider.close();
      answer.providerEnded();
    }
    endRun();
  }

  private void endIfThrough() {
    if (request.isThrough() && answer.isThrough()) {
      over = true;
      endRun();
      boolean keep = answer.leavesReusable() && request.keepsAlive();
      if (provider != null && (keep || provider.speaksInFrames())) {
        provider.rest();
      } else if (provider != null) {
        provider.close();
      }
      client.exchangeOver(keep);
    }
  }

  private void endRun() {
    secondTry.over();
    request.describe(); // what was seen of a request that never came to its end
    run.end();
  }
}
