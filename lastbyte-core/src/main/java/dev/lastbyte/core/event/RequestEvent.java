// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.event;

import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.core.privacy.Word;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was asked, as far as diagnosis needs it, and how much of it left. */
public sealed interface RequestEvent extends RunEvent {

  /**
   * What the request's own body says of it.
   *
   * @param dialect the API spoken
   * @param model the model asked for, or null if not seen or not fit to keep
   * @param streaming whether a stream was asked for
   * @param stores whether the provider keeps the response
   * @param serverTools whether a tool was offered that the provider executes itself and that may
   *     change something
   * @param toolsOffered how many tools were offered
   * @param toolResults how many tool results the request carries back
   * @param stateful whether it changes what the provider keeps beyond its response: it adds to a
   *     conversation there, or has the provider go on working without us
   * @param serverReads whether a tool was offered that the provider executes itself and that only
   *     reads
   * @param toolsUnclassified how many tools were offered of which is not known who executes them,
   *     or null if there are none
   */
  record RequestDescribed(
      Stamp stamp,
      Dialect dialect,
      @Nullable Token model,
      Known streaming,
      Known stores,
      Known serverTools,
      int toolsOffered,
      int toolResults,
      Known stateful,
      Known serverReads,
      @Nullable Long toolsUnclassified)
      implements RequestEvent {

    /** A request whose tools are all classified, and of whose state nothing is said. */
    public RequestDescribed(
        Stamp stamp,
        Dialect dialect,
        @Nullable Token model,
        Known streaming,
        Known stores,
        Known serverTools,
        int toolsOffered,
        int toolResults) {
      this(
          stamp,
          dialect,
          model,
          streaming,
          stores,
          serverTools,
          toolsOffered,
          toolResults,
          Known.UNKNOWN,
          Known.UNKNOWN,
          null);
    }

    /** A model that is a long random string is not kept. */
    public RequestDescribed {
      model = Word.orNull(model);
    }

    /** The same description, of a model whose name is not fit to keep. */
    public RequestDescribed withoutModel() {
      return new RequestDescribed(
          stamp,
          dialect,
          null,
          streaming,
          stores,
          serverTools,
          toolsOffered,
          toolResults,
          stateful,
          serverReads,
          toolsUnclassified);
    }

    /** The same description, seen at another time or place. */
    public RequestDescribed at(Stamp other) {
      return with(other, streaming);
    }

    /** The same description of a request that is answered with a stream or not. */
    public RequestDescribed with(Stamp other, Known streams) {
      return new RequestDescribed(
          other,
          dialect,
          model,
          streams,
          stores,
          serverTools,
          toolsOffered,
          toolResults,
          stateful,
          serverReads,
          toolsUnclassified);
    }
  }

  /** The first byte of the request was handed to the connection. */
  record RequestBegan(Stamp stamp) implements RequestEvent {}

  /**
   * How much of the request had been handed to the connection at this moment. Recorded where an
   * upload ends early, not for every piece of it.
   *
   * @param bytes so far, head included
   */
  record RequestProgressed(Stamp stamp, long bytes) implements RequestEvent {}

  /**
   * The last byte of the request was handed to the connection.
   *
   * @param bytes the whole request as sent, head included
   */
  record RequestSent(Stamp stamp, long bytes) implements RequestEvent {}

  /**
   * Which conversation the request carries, without a word of it.
   *
   * @param conversation a keyed hash of its messages: equal for equal ones, within one installation
   * @param messages how many messages that are
   * @param client a keyed hash of who sent it (address, user agent, credential), where its client
   *     names no session; null if not known
   */
  record ConversationSeen(Stamp stamp, Token conversation, int messages, @Nullable Token client)
      implements RequestEvent {

    /** A conversation of which is not known who has it. */
    public ConversationSeen(Stamp stamp, Token conversation, int messages) {
      this(stamp, conversation, messages, null);
    }

    /**
     * @throws NullPointerException if the hash is null, which a reader of foreign logs may try
     */
    public ConversationSeen {
      Objects.requireNonNull(conversation, "conversation");
    }
  }

  /**
   * The request belongs to one that was recorded as a run of its own.
   *
   * @param link how it belongs to it
   * @param basis what tells so
   * @param earlier the run just before it, or null if that was not recorded here
   * @param session a name that the runs of the conversation share, or null if none is known
   * @param number of a retry, which sending of the request it is, from 2; of a step, which step of
   *     the session, from 2; of a repeat, 1
   * @param afterNanos how long after the end of the earlier one; 0 if that is not known
   */
  record RunLinked(
      Stamp stamp,
      Link link,
      LinkBasis basis,
      @Nullable Token earlier,
      @Nullable Token session,
      int number,
      long afterNanos)
      implements RequestEvent {}

  /** How a request belongs to an earlier one. */
  enum Link implements Coded {
    /** The same question again, after it had not been answered. */
    RETRY,
    /** The same question again, though it had been answered, or while it was still open. */
    REPEAT,
    /** The conversation goes on. */
    STEP
  }

  /** What tells that a request belongs to an earlier one. */
  enum LinkBasis implements Coded {
    /** It bears the same {@code x-lastbyte-run}. */
    CALLER_RUN,
    /** The client's own count of retries, {@code x-stainless-retry-count}. */
    RETRY_COUNT,
    /** It carries the same messages, or those and more. */
    CONVERSATION,
    /** It names the earlier response, which the provider keeps. */
    RESPONSE_ID
  }
}
