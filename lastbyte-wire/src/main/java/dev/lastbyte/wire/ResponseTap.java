// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.ResponseEvent.BodyBegan;
import dev.lastbyte.core.event.ResponseEvent.BodyEnd;
import dev.lastbyte.core.event.ResponseEvent.BodyEnded;
import dev.lastbyte.core.event.ResponseEvent.Framing;
import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.core.event.StreamEvent.Opacity;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.ContentMeter;
import dev.lastbyte.core.log.RunRecorder;
import dev.lastbyte.wire.coding.BodyDecoder;
import dev.lastbyte.wire.coding.CodingException;
import dev.lastbyte.wire.coding.Decoders;
import dev.lastbyte.wire.coding.EncodedBody;
import dev.lastbyte.wire.dialect.Dialects;
import dev.lastbyte.wire.dialect.reader.ResponseBodyReader;
import dev.lastbyte.wire.dialect.reader.ResponseEventRecorder;
import dev.lastbyte.wire.error.RetryHeaders;
import dev.lastbyte.wire.http.PayloadSink;
import dev.lastbyte.wire.http.ResponseHead;
import dev.lastbyte.wire.http.ResponseReader;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Follows one HTTP/1.1 response beside the bytes as they pass, and records what it means. The bytes
 * stay the caller's: nothing of a body is changed, copied or kept. Any split of the bytes gives the
 * same events. Never throws on what comes; not thread-safe.
 *
 * <p>A response that came in HTTP/2 frames is followed in the form that HTTP/1.1 would give it, and
 * recorded as what it was.
 *
 * <pre>
 * feed *: ResponseStarted -&gt; Correlated *
 *         BodyBegan -&gt; what the dialect says -&gt; BodyEnded(WHOLE)
 * connectionEnded ?: BodyEnded(CUT | UNFRAMED), if the body had not ended
 * </pre>
 */
public final class ResponseTap {

  private final ResponseEventRecorder eventRecorder;
  private final Dialect dialect;
  private final LongSupplier epochMillis;
  private final ResponseReader reader;
  private final Decoders decoders;
  private final UpgradeHandlers upgrades;
  private final PayloadSink payload = this::read;
  private @Nullable ResponseBodyReader response;
  private @Nullable PayloadSink upgraded;
  private @Nullable BodyDecoder decoding;
  private boolean undecodable;
  private long bodyBytes;
  private long lastByteAtNanos;
  private boolean bodyBegan;
  private boolean bodyEnded;
  private boolean excess;
  private boolean http2;

  /**
   * A tap of the response to one request.
   *
   * @param meter counts what flows; written to by the thread that feeds this tap
   * @param dialect the API that the request spoke
   * @param toHead whether the request was a HEAD, so that the response has no body
   * @param epochMillis the wall clock, asked for only if {@code Retry-After} is a date
   * @param decoders the content codings that can be undone
   * @param upgrades who follows the connection if it changes its protocol
   */
  public ResponseTap(
      RunRecorder recorder,
      ContentMeter meter,
      int attempt,
      Vantage vantage,
      Dialect dialect,
      boolean toHead,
      LongSupplier epochMillis,
      Decoders decoders,
      UpgradeHandlers upgrades) {
    this.eventRecorder = new ResponseEventRecorder(recorder, meter, attempt, vantage, epochMillis);
    this.dialect = dialect;
    this.epochMillis = epochMillis;
    this.reader = new ResponseReader(toHead);
    this.decoders = decoders;
    this.upgrades = upgrades;
  }

  /**
   * Says that the provider sends this response in frames, and HTTP/1.1's framing is the caller's.
   */
  public void markHttp2() {
    http2 = true;
  }

  /** The provider showed that it lives, in a frame that is no part of the response. */
  public void heartbeat(long atNanos) {
    eventRecorder.at(atNanos);
    if (head() != null && !bodyEnded) {
      eventRecorder.heartbeat();
    }
  }

  /**
   * Takes the next bytes of the connection.
   *
   * @param atNanos when they arrived, nanoseconds since the run began
   * @return how many of them belong to this response; all of them once it is malformed
   */
  public int feed(byte[] bytes, int offset, int length, long atNanos) {
    eventRecorder.at(atNanos);
    int end = offset + length;
    int at = offset;
    while (at < end && head() == null && !isMalformed()) {
      at = reader.feedHead(bytes, at, end);
      headMayHaveArrived();
    }
    if (at < end && head() != null) {
      at = body(bytes, at, end);
    }
    if (isMalformed()) {
      eventRecorder.malformed(Malformation.HTTP_FRAMING);
      return length;
    }
    excess |= at < end;
    return at - offset;
  }

  private void headMayHaveArrived() {
    ResponseHead head = reader.head();
    if (head == null) {
      return;
    }
    Media media = ResponseHeaders.media(head.fields());
    eventRecorder.record(
        new ResponseStarted(
            eventRecorder.stamp(),
            head.status(),
            framing(),
            media,
            RetryHeaders.pause(head.fields(), epochMillis)));
    ResponseHeaders.correlate(head.fields(), eventRecorder);
    ResponseHeaders.advise(head, epochMillis, eventRecorder);
    response = readerFor(head, media);
    endIfWhole();
  }

  private Framing framing() {
    return http2 && reader.framing() != Framing.NONE ? Framing.FRAMES : reader.framing();
  }

  private @Nullable ResponseBodyReader readerFor(ResponseHead head, Media media) {
    if (head.status() == 101) {
      eventRecorder.opaque(Opacity.UPGRADED);
      upgraded = upgrades.accepted(head);
      return null;
    }
    boolean error = head.status() >= 400;
    if (!error && (head.status() >= 300 || reader.framing() == Framing.NONE)) {
      return null;
    }
    boolean readable = canDecode(head);
    if (error) {
      return Dialects.errorReader(head, readable, eventRecorder);
    }
    if (!readable) {
      eventRecorder.opaque(Opacity.COMPRESSED);
      return null;
    }
    if (media.isStream() && !Dialects.follows(dialect, media)) {
      eventRecorder.opaque(Opacity.UNKNOWN_DIALECT);
    }
    return Dialects.reader(dialect, media, eventRecorder);
  }

  /** Whether the body comes as it is, or in codings that can be undone. */
  private boolean canDecode(ResponseHead head) {
    List<String> codings = EncodedBody.codings(head.fields());
    if (!codings.isEmpty()) {
      decoding = BodyDecoder.of(codings, decoders, this::understand);
    }
    return codings.isEmpty() || decoding != null;
  }

  private int body(byte[] bytes, int from, int end) {
    int at = reader.feedBody(bytes, from, end, payload);
    if (at > from && !http2) {
      bodyBytes += at - from;
      lastByteAtNanos = eventRecorder.now();
    }
    endIfWhole();
    return at;
  }

  private void read(byte[] bytes, int from, int to) {
    if (http2) {
      bodyBytes += to - from; // the framing around it is none that came
      lastByteAtNanos = eventRecorder.now();
    }
    if (!bodyBegan) {
      bodyBegan = true; // a chunk's own framing is no byte of the body
      eventRecorder.record(new BodyBegan(eventRecorder.stamp()));
    }
    if (upgraded != null) {
      upgraded.payload(bytes, from, to);
    } else if (decoding == null) {
      understand(bytes, from, to);
    } else if (!undecodable) {
      decode(decoding, bytes, from, to);
    }
  }

  private void decode(BodyDecoder decoding, byte[] bytes, int from, int to) {
    try {
      decoding.decode(bytes, from, to);
    } catch (CodingException e) {
      undecodable = true;
      if (e.fault() == CodingException.Fault.CORRUPT) {
        eventRecorder.malformed(Malformation.EVENT_DATA);
      }
      eventRecorder.opaque(Opacity.COMPRESSED);
    }
  }

  private void understand(byte[] bytes, int from, int to) {
    if (response != null) {
      response.read(bytes, from, to);
    }
  }

  private void endIfWhole() {
    if (reader.isWhole()) {
      end(BodyEnd.WHOLE);
    }
  }

  /**
   * The connection ended, in whatever way. A body that had no other end ends here; a head that did
   * not come to its end leaves nothing to say, unless it was none.
   */
  public void connectionEnded(long atNanos) {
    eventRecorder.at(atNanos);
    if (head() == null && !isMalformed() && reader.isNotHttp()) {
      eventRecorder.malformed(Malformation.HTTP_FRAMING);
    }
    if (head() != null) {
      boolean unframed = reader.framing() == Framing.CLOSE_DELIMITED;
      end(unframed ? BodyEnd.UNFRAMED : BodyEnd.CUT);
    }
  }

  private void end(BodyEnd how) {
    if (bodyEnded) {
      return;
    }
    bodyEnded = true;
    boolean decoded = endDecoding(how);
    if (response != null) {
      response.ended(how == BodyEnd.CUT || !decoded);
    }
    if (reader.framing() != Framing.NONE) {
      long lastByte = bodyBytes == 0 ? eventRecorder.now() : lastByteAtNanos;
      eventRecorder.record(new BodyEnded(eventRecorder.stamp(), bodyBytes, lastByte, how));
    }
  }

  /** Whether all that the body stands for was read; a coding that HTTP alone calls whole is not. */
  private boolean endDecoding(BodyEnd how) {
    if (decoding == null) {
      return true;
    }
    boolean whole = decoding.isWhole();
    decoding.close();
    if (!whole && !undecodable && how != BodyEnd.CUT) {
      eventRecorder.malformed(Malformation.EVENT_DATA);
    }
    return whole;
  }

  /** The final head, or null while it is not complete, or malformed. */
  public @Nullable ResponseHead head() {
    return reader.head();
  }

  /** Whether the framing said that the response ended. */
  public boolean messageComplete() {
    return reader.isWhole();
  }

  /** Whether the bytes broke HTTP's own rules, so that the end can no longer be found. */
  public boolean isMalformed() {
    return reader.refusal() != null;
  }

  /** Whether the connection can carry another exchange (RFC 9112 §9.3). */
  public boolean reusable() {
    ResponseHead head = head();
    return head != null && head.keepsAlive() && messageComplete() && !isMalformed() && !excess;
  }
}
