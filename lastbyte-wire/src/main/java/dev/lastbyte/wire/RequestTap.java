// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.wire.conversation.Conversation;
import dev.lastbyte.wire.conversation.ConversationReader;
import dev.lastbyte.wire.conversation.HashKey;
import dev.lastbyte.wire.dialect.RequestBody;
import dev.lastbyte.wire.dialect.Route;
import dev.lastbyte.wire.http.PayloadSink;
import dev.lastbyte.wire.http.Refusal;
import dev.lastbyte.wire.http.RequestHead;
import dev.lastbyte.wire.http.RequestReader;
import org.jspecify.annotations.Nullable;

/**
 * Follows one HTTP/1.1 request beside the bytes as they pass: where its head and its body end, and
 * what it asks for. Keeps the head while the request lasts, and nothing of the body. Never throws
 * on what comes; not thread-safe.
 *
 * <pre>{@code
 * var tap = new RequestTap();
 * int mine = tap.feed(bytes, offset, length);   // what lies beyond belongs to the next request
 * if (tap.refusal() != null) { ... }            // answer 400 and close
 * }</pre>
 */
public final class RequestTap {

  private final RequestReader reader = new RequestReader();
  private final PayloadSink payload = this::read;
  private Route route = Route.NONE;
  private RequestBody body = new RequestBody(route);
  private boolean readable;
  private final @Nullable HashKey key;
  private @Nullable ConversationReader conversation;

  /** A tap of the next request on a connection. */
  public RequestTap() {
    this(null);
  }

  /**
   * A tap that also tells conversations apart.
   *
   * @param key what their hashes are made with, or null for none
   */
  public RequestTap(@Nullable HashKey key) {
    this.key = key;
  }

  /**
   * Takes the next bytes of the connection.
   *
   * @return how many of them belong to this request; all of them once it is refused
   */
  public int feed(byte[] bytes, int offset, int length) {
    int end = offset + length;
    int at = offset;
    if (head() == null && refusal() == null) {
      at = reader.feedHead(bytes, at, end);
      headArrived();
    }
    if (refusal() == null && head() != null) {
      at = reader.feedBody(bytes, at, end, payload);
    }
    return refusal() == null ? at - offset : length;
  }

  private void headArrived() {
    RequestHead head = reader.head();
    if (head != null) {
      route = Route.of(head.path());
      body = new RequestBody(route);
      conversation =
          key == null || route.dialect() == Dialect.UNKNOWN ? null : new ConversationReader(key);
      String coding = head.fields().first("content-encoding");
      readable = coding == null || coding.equalsIgnoreCase("identity");
    }
  }

  private void read(byte[] bytes, int from, int to) {
    if (readable) {
      body.read(bytes, from, to);
      if (conversation != null) {
        conversation.read(bytes, from, to);
      }
    }
  }

  /** Whether any byte of the request arrived; empty lines before it do not count. */
  public boolean hasBegun() {
    return reader.hasBegun();
  }

  /** The head, or null while it is not complete, or refused. */
  public @Nullable RequestHead head() {
    return reader.head();
  }

  /** The API that the request's path belongs to; unknown before the head is complete. */
  public Dialect dialect() {
    return route.dialect();
  }

  /** Why the request must not be passed on, or null. */
  public @Nullable Refusal refusal() {
    return reader.refusal();
  }

  /** Whether the last byte of the request arrived. */
  public boolean messageComplete() {
    return reader.isWhole() && refusal() == null;
  }

  /** The conversation that the request carries, or null if none was read to its end. */
  public @Nullable Conversation conversation() {
    return conversation == null ? null : conversation.conversation();
  }

  /**
   * What the request asks for. Said of a request that did not arrive whole, or whose body cannot be
   * read, what was not seen is unknown.
   */
  public RequestDescribed describe(Stamp stamp) {
    return body.describe(stamp);
  }
}
