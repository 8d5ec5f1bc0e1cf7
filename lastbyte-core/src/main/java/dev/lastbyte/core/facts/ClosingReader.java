// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.CloseEvent;
import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.ConnectionEvent.DialFailed;
import dev.lastbyte.core.event.ResponseEvent.BodyEnd;
import dev.lastbyte.core.event.ResponseEvent.BodyEnded;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.facts.Closing.By;
import dev.lastbyte.core.facts.Closing.How;
import org.jspecify.annotations.Nullable;

/** Reads who closed first. */
final class ClosingReader {

  private static final Closing OPEN = new Closing(By.NOBODY, How.NONE);
  private static final Closing BLANK = new Closing(By.UNKNOWN, How.UNKNOWN);

  private ClosingReader() {}

  static Closing read(Ending ending, AttemptEvents events) {
    return switch (ending) {
      case Ending.NoAddress failed -> OPEN;
      case Ending.NoConnection failed -> of(failed.seen().event());
      case Ending.NotBegun failed -> OPEN;
      case Ending.NoProxy failed -> atProxy(firstClose(events, OPEN));
      case Ending.TurnedAway away -> firstClose(events, new Closing(By.PROVIDER, How.UNKNOWN));
      case Ending.Broken broken -> firstClose(events, OPEN);
      case Ending.NoHandshake failed -> firstClose(events, BLANK);
      case Ending.Lost lost -> BLANK;
      case Ending.Hinted hinted -> ErrorHints.closing(hinted.seen().event().chain());
      case Ending.BrokeOff broke -> BLANK;
      case Ending.Unseen unseen -> firstClose(events, BLANK);
      case Ending.PeerEnded ended -> of(ended.seen().event());
      case Ending.ClientGone gone -> of(gone.seen().event());
      case Ending.TimedOut timer -> firstClose(events, BLANK);
      case Ending.Aborted abort -> firstClose(events, BLANK);
      case Ending.Refused refused -> firstClose(events, OPEN);
      case Ending.FailedInStream failed -> firstClose(events, OPEN);
      case Ending.BodyCut cut -> firstClose(events, BLANK);
      case Ending.MessageEnded ended -> firstClose(events, OPEN);
      case Ending.Finished finished -> firstClose(events, OPEN);
      case Ending.ClosedHere here -> of(here.seen().event());
    };
  }

  /** The end of the message by its framing counts as the provider's, if it came first. */
  private static Closing firstClose(AttemptEvents events, Closing otherwise) {
    for (Seen<RunEvent> seen : events.all()) {
      Closing closing = closingBy(seen.event());
      if (closing != null) {
        return closing;
      }
    }
    return otherwise;
  }

  private static @Nullable Closing closingBy(RunEvent event) {
    return switch (event) {
      case CloseEvent closed -> of(closed);
      case BodyEnded body when body.how() == BodyEnd.WHOLE ->
          new Closing(By.PROVIDER, How.END_OF_MESSAGE);
      default -> null; // Nothing else closes anything.
    };
  }

  private static Closing of(CloseEvent closed) {
    return new Closing(
        closed.byPeer() ? peerOf(closed.vantage()) : self(closed.vantage()), of(closed.mark()));
  }

  /** Who waits for a response is the one who gives up; other failures end nothing. */
  private static Closing of(DialFailed failed) {
    return switch (failed.why()) {
      case REFUSED -> new Closing(By.PROVIDER, How.REFUSED);
      case TIMEOUT -> new Closing(self(failed.vantage()), How.NONE);
      case UNREACHABLE, OFFLINE, EXHAUSTED, OTHER -> OPEN;
    };
  }

  /** The far end of the connection was the proxy, and nothing behind it. */
  private static Closing atProxy(Closing closing) {
    return closing.by() == By.PROVIDER ? new Closing(By.REMOTE, closing.how()) : closing;
  }

  private static By peerOf(Vantage vantage) {
    return switch (vantage) {
      case GATEWAY_DOWN, PROVIDER -> By.CLIENT;
      case GATEWAY_UP, CLIENT -> By.PROVIDER;
      case AGENT, IMPORT -> By.REMOTE;
    };
  }

  private static By self(Vantage vantage) {
    return switch (vantage) {
      case GATEWAY_DOWN, GATEWAY_UP -> By.GATEWAY;
      case AGENT, CLIENT, IMPORT -> By.CLIENT;
      case PROVIDER -> By.PROVIDER;
    };
  }

  private static How of(CloseMark mark) {
    return switch (mark) {
      case FIN -> How.FIN;
      case RST -> How.RST;
      case TLS_CLOSE_NOTIFY -> How.TLS_CLOSE_NOTIFY;
      case TLS_TRUNCATED -> How.TLS_TRUNCATED;
      case RST_STREAM -> How.RST_STREAM;
      case WEBSOCKET -> How.WEBSOCKET_CLOSE;
      case UNKNOWN -> How.UNKNOWN;
    };
  }
}
