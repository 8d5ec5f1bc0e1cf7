// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.event;

import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.core.privacy.Word;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The HTTP response: its head, and the framing of its body. */
public sealed interface ResponseEvent extends RunEvent {

  /**
   * The final status line and headers arrived (1xx responses are not final, RFC 9110 §15.2).
   *
   * @param status the HTTP status, 200 to 599; more is read as 5xx (RFC 9110 §15)
   * @param framing how the body's end is marked
   * @param media what kind of body it says it is
   * @param retryAfterNanos the server's wish for a pause, or null if it gave none
   */
  record ResponseStarted(
      Stamp stamp, int status, Framing framing, Media media, @Nullable Long retryAfterNanos)
      implements ResponseEvent {}

  /**
   * An identifier by which the provider or an intermediary can find this exchange.
   *
   * @param correlation whose identifier it is
   * @param value the identifier
   */
  record Correlated(Stamp stamp, Correlation correlation, Token value) implements ResponseEvent {

    /**
     * @throws NullPointerException if the identifier is null, which a reader of foreign logs may
     *     try
     * @throws IllegalArgumentException if it is not shaped like one of its kind
     */
    public Correlated {
      Objects.requireNonNull(value, "value");
      if (!correlation.fits(value)) {
        throw new IllegalArgumentException("not the shape of its kind");
      }
    }
  }

  /**
   * What the body of a response with a status of 400 or more looks like: the marks by which an
   * API's own words are told from those of software in between.
   *
   * @param signer whose marks the response carries, beside those that any response may carry
   */
  record ErrorBodySeen(Stamp stamp, ErrorShape shape, Signer signer) implements ResponseEvent {}

  /**
   * The response says more about trying again than its {@code Retry-After} does.
   *
   * @param place where it says so
   * @param afterNanos its wish for a pause, or null if it gave none
   * @param again whether it wants the request again
   */
  record RetryAdvised(Stamp stamp, AdvicePlace place, @Nullable Long afterNanos, Known again)
      implements ResponseEvent {}

  /** The first body byte arrived. */
  record BodyBegan(Stamp stamp) implements ResponseEvent {}

  /**
   * The body came to an end, by its framing or because the connection did.
   *
   * @param bytes body bytes as they came, before any decoding of transfer or content
   * @param lastByteAtNanos when the last of them arrived; the event's own time if there was none
   * @param how whether HTTP's own rules call it whole
   */
  record BodyEnded(Stamp stamp, long bytes, long lastByteAtNanos, BodyEnd how)
      implements ResponseEvent {}

  /** How the end of a body is marked (RFC 9112 §6.3, RFC 9113 §8.1). */
  enum Framing implements Coded {
    CHUNKED,
    LENGTH,
    CLOSE_DELIMITED,
    /** The frames of an HTTP/2 stream, the last of which says so. */
    FRAMES,
    /** The response has no body. */
    NONE,
    /** The status was seen, and the framing was not: another program's log. */
    UNKNOWN
  }

  /** What a body says it is. */
  enum Media implements Coded {
    /** {@code text/event-stream} */
    EVENT_STREAM,
    /** {@code application/json} */
    JSON,
    /** {@code application/x-ndjson} */
    NDJSON,
    /** {@code application/vnd.amazon.eventstream}: Amazon's binary frames. */
    AWS_EVENT_STREAM,
    /** {@code text/html}: most often an intermediary's own page. */
    HTML,
    OTHER;

    /** Whether it is a medium of streams only. */
    public boolean isStream() {
      return switch (this) {
        case EVENT_STREAM, NDJSON, AWS_EVENT_STREAM -> true;
        case JSON, HTML, OTHER -> false;
      };
    }
  }

  /** What the body of an error looks like. */
  enum ErrorShape implements Coded {
    /** JSON with an error in the shape of an API. */
    ERROR_OBJECT,
    /** JSON without one. */
    JSON,
    /** A page for people. */
    HTML,
    /** Neither JSON nor HTML. */
    TEXT,
    EMPTY,
    /** It was compressed, or did not arrive. */
    UNKNOWN
  }

  /** Software that stands between a client and an API, and answers in its own name. */
  enum Signer implements Coded {
    AWS_LOAD_BALANCER,
    AZURE_GATEWAY,
    CLOUDFLARE,
    CLOUDFRONT,
    ENVOY,
    GOOGLE_FRONT_END,
    HAPROXY,
    NGINX,
    /** No signature. */
    UNKNOWN
  }

  /** Where a response speaks about trying again. */
  enum AdvicePlace implements Coded {
    /** {@code x-should-retry} */
    SHOULD_RETRY_HEADER,
    /** A header that says when a used-up limit is full again. */
    RESET_HEADER,
    /** The body, or an event of a stream. */
    BODY
  }

  /** Whether HTTP's own rules call a body whole. */
  enum BodyEnd implements Coded {
    /** The framing said that it ended: the last chunk, or the last byte of its length. */
    WHOLE,
    /** The connection ended first. */
    CUT,
    /** The body had no framing but the connection's orderly end, so HTTP cannot tell. */
    UNFRAMED
  }

  /** Whose identifier it is. */
  enum Correlation implements Coded {
    /**
     * {@code x-request-id}, {@code request-id}, {@code x-amzn-requestid}, {@code apim-request-id}.
     */
    REQUEST_ID,
    /** The response or message id in the body. */
    RESPONSE_ID,
    /** The client's own {@code x-client-request-id}. */
    CLIENT_REQUEST_ID,
    /** {@code cf-ray}: Cloudflare stood in between. */
    CF_RAY,
    /** The caller's own run id, {@code x-lastbyte-run}. */
    CALLER_RUN,
    /** The conversation's id as the client named it. */
    SESSION_ID,
    /** The trace that the request is part of, from {@code traceparent} (W3C Trace Context §3.2). */
    TRACE_ID,
    /** The provider's region. */
    REGION;

    private static final Pattern RAY = Pattern.compile("[0-9a-f]{1,16}(-[A-Z]{3})?");

    /** Whether an identifier of this kind can look so: where the kind has one shape, only that. */
    public boolean fits(Token value) {
      return switch (this) {
        case CF_RAY -> RAY.matcher(value.value()).matches();
        case REGION -> Word.orNull(value) != null;
        case REQUEST_ID, RESPONSE_ID, CLIENT_REQUEST_ID, CALLER_RUN, SESSION_ID, TRACE_ID -> true;
      };
    }
  }
}
