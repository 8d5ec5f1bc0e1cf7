// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.LocalClosed;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.ConnectionEvent.DialFailure;
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
      case Ending.NoConnection refused when refused.seen().event().why() == DialFailure.REFUSED ->
          new Closing(By.PROVIDER, How.REFUSED);
      case Ending.NoAddress failed -> OPEN;
      case Ending.NoConnection failed -> OPEN;
      case Ending.NoHandshake failed -> firstClose(events, BLANK);
      case Ending.Lost lost -> BLANK;
      case Ending.Hinted hinted -> ErrorHints.closing(hinted.seen().event().chain());
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
      case PeerClosed closed -> of(closed);
      case LocalClosed closed -> of(closed);
      case BodyEnded body when body.how() == BodyEnd.WHOLE ->
          new Closing(By.PROVIDER, How.END_OF_MESSAGE);
      default -> null; // Nothing else closes anything.
    };
  }

  private static Closing of(PeerClosed closed) {
    By by =
        switch (closed.vantage()) {
          case GATEWAY_DOWN, PROVIDER -> By.CLIENT;
          case GATEWAY_UP, CLIENT -> By.PROVIDER;
          case AGENT, IMPORT -> By.REMOTE;
        };
    return new Closing(by, of(closed.mark()));
  }

  private static Closing of(LocalClosed closed) {
    boolean ours =
        closed.vantage() == Vantage.GATEWAY_UP || closed.vantage() == Vantage.GATEWAY_DOWN;
    return new Closing(ours ? By.GATEWAY : By.CLIENT, of(closed.mark()));
  }

  private static How of(CloseMark mark) {
    return switch (mark) {
      case FIN -> How.FIN;
      case RST -> How.RST;
      case TLS_CLOSE_NOTIFY -> How.TLS_CLOSE_NOTIFY;
      case TLS_TRUNCATED -> How.TLS_TRUNCATED;
      case UNKNOWN -> How.UNKNOWN;
    };
  }
}
