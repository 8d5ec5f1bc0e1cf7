// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.session;

import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.RequestEvent.ConversationSeen;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.facts.Ending;
import dev.lastbyte.core.facts.Phase;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.facts.Seen;
import dev.lastbyte.core.facts.ToolCall;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One run as a sending of its question.
 *
 * @param isOther whether it asks something else than the run that it is linked to as a retry: it
 *     goes to another provider; or it bears the same name, and wants another model, or no tools
 *     where there were some
 */
public record Sending(
    RunLog log,
    ConversationPosition position,
    RunFacts facts,
    Diagnosis diagnosis,
    boolean isOther) {

  static Sending of(RunLog log) {
    RunFacts facts = RunFacts.of(log);
    return new Sending(log, ConversationPosition.of(log), facts, Diagnoser.diagnose(facts), false);
  }

  /** The same run, as a question of its own. */
  Sending asOther() {
    return new Sending(log, position, facts, diagnosis, true);
  }

  /** The run's id. */
  public Token run() {
    return log.header().run();
  }

  /** Which sending of its question it is, from 1. */
  public int number() {
    return isOther ? 1 : position.sending();
  }

  /** How long after the end of the one before it was sent; 0 if that is not known. */
  public long pauseNanos() {
    return position.link() == null ? 0 : position.link().afterNanos();
  }

  /** The model that was asked, or null if not seen. */
  public @Nullable Token model() {
    RequestDescribed request = request();
    return request == null ? null : request.model();
  }

  Known streaming() {
    RequestDescribed request = request();
    return request == null ? Known.UNKNOWN : request.streaming();
  }

  boolean offeredTools() {
    RequestDescribed request = request();
    return request != null && request.toolsOffered() > 0;
  }

  boolean asksAnotherProviderThan(Sending earlier) {
    Token ours = log.header().provider();
    Token theirs = earlier.log.header().provider();
    return ours != null && theirs != null && !ours.equals(theirs);
  }

  /** Whether what it asks differs from what another asks by more than time. */
  boolean asksOtherThan(Sending earlier) {
    return request() != null
        && earlier.request() != null
        && (!Objects.equals(model(), earlier.model()) || offeredTools() != earlier.offeredTools());
  }

  /** Whether it has no tools, brings back no results, and hardly a word of a conversation. */
  boolean isShortWithoutTools(int mostMessages) {
    RequestDescribed request = request();
    return request != null
        && request.toolsOffered() == 0
        && request.toolResults() == 0
        && messages() <= mostMessages;
  }

  /** Whether the provider took the request, however the response ended. */
  boolean wasAccepted() {
    var response = facts.last().response();
    return response != null && response.event().status() < 300;
  }

  boolean hadResponse() {
    return facts.attempts().stream().anyMatch(attempt -> attempt.response() != null);
  }

  /**
   * Whether the provider took the request itself amiss, by a status that says so, and not only its
   * length.
   */
  boolean wasCalledInvalid() {
    return facts.last().ending() instanceof Ending.Refused refused
        && switch (refused.seen().event().status()) {
          case 400, 422 -> true;
          default -> false;
        }
        && switch (diagnosis.cause()) {
          case PROVIDER_INVALID_REQUEST, POLICY_CONTENT_FILTER -> true;
          default -> false; // Every other cause has an advice of its own.
        };
  }

  /** The provider's own word for the failure, or null. */
  private @Nullable Token refusalCode() {
    return facts.last().ending() instanceof Ending.Refused refused && refused.said() != null
        ? refused.said().event().code()
        : null;
  }

  /** Whether both were refused in the same words. */
  boolean wasRefusedAs(Sending other) {
    return wasCalledInvalid()
        && other.wasCalledInvalid()
        && diagnosis.cause() == other.diagnosis.cause()
        && Objects.equals(refusalCode(), other.refusalCode());
  }

  /** Whether it asks with the same model and tools as another, and at least as long a history. */
  boolean differsOnlyInHistoryFrom(Sending earlier) {
    RequestDescribed ours = request();
    RequestDescribed theirs = earlier.request();
    return ours != null
        && theirs != null
        && !asksAnotherProviderThan(earlier)
        && Objects.equals(ours.model(), theirs.model())
        && ours.toolsOffered() == theirs.toolsOffered()
        && messages() >= earlier.messages();
  }

  /** Whether it failed when the model had already said something. */
  boolean wasCutInContent() {
    return diagnosis.failed() && diagnosis.phase().compareTo(Phase.REASONING) >= 0;
  }

  /** The calls that were complete, and whose execution could change something. */
  List<ToolCall> handedOut() {
    return facts.toolsOfAllAttempts().stream()
        .filter(call -> call.doneIf(call.effect()).mayHaveHappened())
        .toList();
  }

  private int messages() {
    return log.events().stream()
        .filter(ConversationSeen.class::isInstance)
        .mapToInt(event -> ((ConversationSeen) event).messages())
        .reduce(Integer.MAX_VALUE, (before, last) -> last);
  }

  private @Nullable RequestDescribed request() {
    Seen<RequestDescribed> request = facts.last().request();
    return request == null ? null : request.event();
  }
}
