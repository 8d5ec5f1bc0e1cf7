// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.correlation;

import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.privacy.RequestSecrets;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.core.privacy.TraceParent;
import dev.lastbyte.wire.conversation.HashKey;
import dev.lastbyte.wire.http.HeaderFields;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * By what names a client calls a request, in headers that are in use.
 *
 * @param callerRun the caller's own id of the run, {@code x-lastbyte-run}
 * @param session the conversation's id
 * @param client a keyed hash that tells the client from others
 * @param clientRequest the client's own id of the request, {@code x-client-request-id}
 * @param trace the trace id of {@code traceparent}
 * @param retries how often the client says that it sent this before, 0 if it says nothing
 * @param connectionScoped whether many questions are asked under these names, as on a WebSocket
 */
public record CorrelationHeaders(
    @Nullable Token callerRun,
    @Nullable Token session,
    Token client,
    @Nullable Token clientRequest,
    @Nullable Token trace,
    int retries,
    boolean connectionScoped) {

  /**
   * The gateway's own first; then those of Codex, Claude Code, OpenCode. The first one that is
   * there counts.
   */
  private static final List<String> SESSION =
      List.of(
          "x-lastbyte-session",
          "session-id",
          "session_id",
          "thread-id",
          "x-claude-code-session-id",
          "x-session-id");

  private static final int MAX_RETRIES = 1_000;

  /**
   * What a request's head says.
   *
   * @param host the address of the client's host
   * @param secrets what no name may hold
   */
  public static CorrelationHeaders from(
      HeaderFields fields, String host, HashKey key, RequestSecrets secrets) {
    return new CorrelationHeaders(
        name(fields.first("x-lastbyte-run"), secrets),
        session(fields, key, secrets),
        ClientFingerprint.of(host, fields, key),
        name(fields.first("x-client-request-id"), secrets),
        TraceParent.traceId(fields.first("traceparent")),
        retries(fields.first("x-stainless-retry-count")),
        false);
  }

  /** The same for what is asked on the connection that the request was to open. */
  public CorrelationHeaders onConnection() {
    return new CorrelationHeaders(callerRun, session, client, clientRequest, trace, 0, true);
  }

  /** The caller's own id of the one question that is asked, or null. */
  @Nullable
  public Token questionId() {
    return connectionScoped ? null : callerRun;
  }

  /** The hash of a client that names no session; null where it names one. */
  @Nullable
  public Token unnamedClient() {
    return scope().client();
  }

  SessionScope scope() {
    return SessionScope.of(session, client);
  }

  /** A name that is not fit to be kept is kept as its hash: it still tells sessions apart. */
  private static @Nullable Token session(HeaderFields fields, HashKey key, RequestSecrets secrets) {
    for (String name : SESSION) {
      String value = fields.first(name);
      if (value != null && !value.isEmpty()) {
        Token token = name(value, secrets);
        return token == null ? key.of(value).token() : token;
      }
    }
    return null;
  }

  private static @Nullable Token name(@Nullable String value, RequestSecrets secrets) {
    Token token = Token.orNull(value);
    return token == null || secrets.occurIn(token) ? null : token;
  }

  private static int retries(@Nullable String count) {
    try {
      return count == null ? 0 : Math.clamp(Integer.parseInt(count), 0, MAX_RETRIES);
    } catch (NumberFormatException noNumber) {
      return 0;
    }
  }

  /** Gives each name that is there to {@code action}, with what kind of name it is. */
  public void forEach(BiConsumer<Correlation, Token> action) {
    accept(action, Correlation.CALLER_RUN, callerRun);
    accept(action, Correlation.SESSION_ID, session);
    accept(action, Correlation.CLIENT_REQUEST_ID, clientRequest);
    accept(action, Correlation.TRACE_ID, trace);
  }

  private static void accept(
      BiConsumer<Correlation, Token> action, Correlation kind, @Nullable Token name) {
    if (name != null) {
      action.accept(kind, name);
    }
  }
}
