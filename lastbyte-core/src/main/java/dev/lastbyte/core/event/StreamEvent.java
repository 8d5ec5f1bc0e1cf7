// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.event;

import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.core.privacy.Word;
import org.jspecify.annotations.Nullable;

/** What the body's own events said, without their content. */
public sealed interface StreamEvent extends RunEvent {

  /**
   * Pieces of one kind arrived: a counter with its first and last time, never a single delta.
   *
   * @param stamp the time is that of the first piece
   * @param content what kind of pieces
   * @param count how many pieces
   * @param bytes their size on the wire, framing of the event included
   * @param lastAtNanos when the last of them arrived
   */
  record ContentFlowed(Stamp stamp, Content content, long count, long bytes, long lastAtNanos)
      implements StreamEvent {}

  /** Something of the response arrived; of what kind and how much is not known. */
  record PieceArrived(Stamp stamp) implements StreamEvent {}

  /** The response ended before it was whole; who ended it, and how, is not known. */
  record StreamBroke(Stamp stamp) implements StreamEvent {}

  /** From here on the body's meaning could not be followed, so that content is unknown. */
  record ContentOpaque(Stamp stamp, Opacity why) implements StreamEvent {}

  /**
   * The model began a tool call.
   *
   * @param index its number within the response, from 0
   * @param call the call's id, or null if not seen
   * @param tool the tool's name, or null if not seen or not fit to keep
   */
  record ToolCallStarted(Stamp stamp, int index, @Nullable Token call, @Nullable Token tool)
      implements StreamEvent {

    /** A name that is a long random string is not kept. */
    public ToolCallStarted {
      tool = Word.orNull(tool);
    }
  }

  /**
   * The arguments of a tool call are whole, so that a client may execute it.
   *
   * @param index its number within the response, from 0
   * @param arguments a keyed hash of the arguments: equal for equal ones, within one installation;
   *     or null if not known
   */
  record ToolCallReady(Stamp stamp, int index, @Nullable Token arguments) implements StreamEvent {

    /** A call of whose arguments nothing can be compared. */
    public ToolCallReady(Stamp stamp, int index) {
      this(stamp, index, null);
    }
  }

  /**
   * The model said why it stopped; not yet the dialect's proof that all of it arrived.
   *
   * @param reason the provider's own word, where it is none that is known; else null
   */
  record FinishSeen(Stamp stamp, Finish finish, @Nullable Token reason) implements StreamEvent {

    /** A reason that is a long random string is not kept. */
    public FinishSeen {
      reason = Word.orNull(reason);
    }

    /** A reason that the finish says in full. */
    public FinishSeen(Stamp stamp, Finish finish) {
      this(stamp, finish, null);
    }
  }

  /** The dialect's own proof that the response ended whole was seen. */
  record TerminalProven(Stamp stamp, Finish finish) implements StreamEvent {}

  /** The transport's end mark was seen ({@code [DONE]}); it proves nothing about completeness. */
  record SentinelSeen(Stamp stamp) implements StreamEvent {}

  /**
   * The provider said that it failed.
   *
   * @param failure the class of the failure
   * @param code the provider's own word for it, or null if none was fit to keep
   * @param inStream whether it came inside a stream that had begun with a good status
   */
  record ProviderFailed(
      Stamp stamp, ProviderFailure failure, @Nullable Token code, boolean inStream)
      implements StreamEvent {

    /** A code that is a long random string is not kept. */
    public ProviderFailed {
      code = Word.orNull(code);
    }
  }

  /** The bytes broke a rule of their protocol. */
  record Malformed(Stamp stamp, Malformation what) implements StreamEvent {}

  /** Kinds of pieces in a stream. */
  enum Content implements Coded {
    /** SSE comments and {@code ping}: bytes, but no sign of work. */
    HEARTBEAT,
    /** Events that frame content, such as {@code response.created} or {@code message_start}. */
    LIFECYCLE,
    /** The model's thinking. */
    REASONING,
    /** Visible text. */
    TEXT,
    /** Pieces of a tool call's arguments. */
    TOOL_INPUT,
    /** A tool that the provider executes itself. */
    SERVER_TOOL
  }

  /** Why a body could not be read. */
  enum Opacity implements Coded {
    /** The route and the body belong to no dialect we know. */
    UNKNOWN_DIALECT,
    /** The body is compressed in a way that we do not follow. */
    COMPRESSED,
    /** The connection was upgraded to another protocol. */
    UPGRADED,
    /** The log that was read says nothing about content. */
    NOT_RECORDED
  }

  /** Why the model stopped, in words that all dialects share. */
  enum Finish implements Coded {
    /** The model was done. */
    STOP,
    /** It wants tools executed. */
    TOOL_CALLS,
    /** It ran into the limit on its output. */
    LENGTH,
    /** It ran into the context window. */
    CONTEXT_WINDOW,
    /** The provider ended it short, and does not say why. */
    INCOMPLETE,
    /** The provider paused a long turn, to be continued ({@code pause_turn}). */
    PAUSED,
    /** A content filter cut it. */
    CONTENT_FILTER,
    /** The model refused. */
    REFUSAL,
    /** The response was cancelled at the provider. */
    CANCELLED,
    /** It called a tool in a way that is no call, which the provider would not pass on. */
    INVALID_CALL,
    /** A reason that we do not know. */
    OTHER
  }

  /** Which protocol rule was broken. */
  enum Malformation implements Coded {
    /** The HTTP head or the chunk framing. */
    HTTP_FRAMING,
    /** The lengths or the checksums of a binary event stream's frames. */
    EVENT_FRAMING,
    /** An event's data is not what its dialect demands. */
    EVENT_DATA,
    /** The order of events: a block left open, an event after the end, a start repeated. */
    GRAMMAR,
    /**
     * What the response says of its own end is at odds: two reasons, a tool call after one, or one
     * that speaks of a call that never came.
     */
    CONTRADICTION;

    /** Whether nothing that comes after it can be read. */
    public boolean isOfFraming() {
      return switch (this) {
        case HTTP_FRAMING, EVENT_FRAMING -> true;
        case EVENT_DATA, GRAMMAR, CONTRADICTION -> false;
      };
    }
  }
}
