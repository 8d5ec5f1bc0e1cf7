// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.wire.coding.BodyDecoder;
import dev.lastbyte.wire.coding.CodingException;
import dev.lastbyte.wire.coding.Decoders;
import dev.lastbyte.wire.coding.EncodedBody;
import dev.lastbyte.wire.conversation.Conversation;
import dev.lastbyte.wire.conversation.ConversationReader;
import dev.lastbyte.wire.conversation.HashKey;
import dev.lastbyte.wire.dialect.Dialects;
import dev.lastbyte.wire.dialect.RequestBodyReader;
import dev.lastbyte.wire.dialect.reader.Route;
import dev.lastbyte.wire.http.PayloadSink;
import dev.lastbyte.wire.http.Refusal;
import dev.lastbyte.wire.http.RequestHead;
import dev.lastbyte.wire.http.RequestReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows one HTTP/1.1 request beside the bytes as they pass: where its head and its body end, and
 * what it asks for. Keeps the head while the request lasts, and nothing of the body. Never throws
 * on what comes; not thread-safe.
 *
 * <pre>{@code
 * var tap = new RequestTap();
 * int mine = tap.feed(bytes, offset, length);   // what lies beyond belongs to the next request
 * if (tap.refusal() != null) { ... }            // respond with 400 and close
 * }</pre>
 */
public final class RequestTap {

  private final RequestReader reader = new RequestReader();
  private final PayloadSink payload = this::read;
  private Route route = Route.NONE;
  private @Nullable RequestBodyReader body;
  private boolean readable;
  private final @Nullable HashKey key;
  private final Decoders decoders;
  private @Nullable BodyDecoder decoding;
  private @Nullable ConversationReader conversation;

  /** A tap of the next request on a connection. */
  public RequestTap() {
    this(null, Decoders.ofTheJdk());
  }

  /**
   * A tap that also tells conversations apart.
   *
   * @param key what their hashes are made with, or null for none
   * @param decoders the content codings that can be undone
   */
  public RequestTap(@Nullable HashKey key, Decoders decoders) {
    this.key = key;
    this.decoders = decoders;
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
      if (messageComplete()) {
        close();
      }
    }
    return refusal() == null ? at - offset : length;
  }

  private void headArrived() {
    RequestHead head = reader.head();
    if (head != null) {
      route = Dialects.routeOf(head.path());
      body = new RequestBodyReader(route);
      conversation =
          key == null || route.dialect() == Dialect.UNKNOWN ? null : new ConversationReader(key);
      readable = route.dialect() != Dialect.UNKNOWN && canDecode(head);
    }
  }

  /** Whether the body comes as it is, or in codings that can be undone. */
  private boolean canDecode(RequestHead head) {
    List<String> codings = EncodedBody.codings(head.fields());
    if (!codings.isEmpty()) {
      decoding = BodyDecoder.of(codings, decoders, this::understand);
    }
    return codings.isEmpty() || decoding != null;
  }

  private void read(byte[] bytes, int from, int to) {
    if (!readable) {
      return;
    }
    if (decoding == null) {
      understand(bytes, from, to);
    } else {
      decode(decoding, bytes, from, to);
    }
  }

  /** What cannot be decoded to its end is not understood to its end: the rest is unknown. */
  private void decode(BodyDecoder decoding, byte[] bytes, int from, int to) {
    try {
      decoding.decode(bytes, from, to);
    } catch (CodingException e) {
      close();
    }
  }

  private void understand(byte[] bytes, int from, int to) {
    if (body != null) {
      body.read(bytes, from, to);
    }
    if (conversation != null) {
      conversation.read(bytes, from, to);
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
    return (body == null ? new RequestBodyReader(route) : body).describe(stamp);
  }

  /**
   * Nothing more will be fed: gives back the memory that decoding takes. A request that was seen to
   * its end has done so by itself.
   */
  public void close() {
    readable = false;
    if (decoding != null) {
      decoding.close();
      decoding = null;
    }
  }
}
