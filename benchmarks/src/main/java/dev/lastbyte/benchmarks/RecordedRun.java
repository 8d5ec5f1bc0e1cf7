// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.LocalClosed;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.ConnectionEvent;
import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.LifeEvent;
import dev.lastbyte.core.event.RequestEvent;
import dev.lastbyte.core.event.ResponseEvent;
import dev.lastbyte.core.event.ResponseEvent.BodyEnd;
import dev.lastbyte.core.event.ResponseEvent.Framing;
import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.ContentFlowed;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import java.util.List;

/** A run log of the size that a gateway writes for one failed stream. */
final class RecordedRun {

  private RecordedRun() {}

  static RunLog cutInText() {
    return cutInText("run-1");
  }

  /** The log with which a gateway says that it begins. */
  static RunLog started(String run) {
    return new RunLog(header(run), List.of(new LifeEvent.AttemptStarted(up(0))), 0);
  }

  static RunLog cutInText(String run) {
    return new RunLog(
        header(run),
        List.of(
            new LifeEvent.AttemptStarted(up(0)),
            new RequestEvent.RequestDescribed(
                new Stamp(1, 1, Vantage.GATEWAY_DOWN),
                Dialect.OPENAI_CHAT,
                new Token("gpt-5.5"),
                Known.YES,
                Known.NO,
                Known.NO,
                2,
                0),
            new ConnectionEvent.DialStarted(up(2)),
            new ConnectionEvent.Connected(up(3)),
            new RequestEvent.RequestBegan(up(4)),
            new RequestEvent.RequestSent(up(5), 812),
            new ResponseEvent.ResponseStarted(
                up(300), 200, Framing.CHUNKED, Media.EVENT_STREAM, null),
            new ResponseEvent.BodyBegan(up(300)),
            new ContentFlowed(up(301), Content.LIFECYCLE, 2, 300, 302),
            new ContentFlowed(up(303), Content.REASONING, 40, 4_000, 380),
            new ContentFlowed(up(400), Content.TEXT, 420, 80_000, 1_900),
            new ResponseEvent.BodyEnded(up(2_000), 84_300, 1_900, BodyEnd.CUT),
            new PeerClosed(up(2_000), CloseMark.FIN, 84_800, 812),
            new LocalClosed(new Stamp(2_001, 1, Vantage.GATEWAY_DOWN), CloseMark.FIN, 900, 84_800),
            new LifeEvent.RunEnded(new Stamp(2_002, 0, Vantage.GATEWAY_UP))),
        0);
  }

  private static RunHeader header(String run) {
    return new RunHeader(new Token(run), 0, new Token("openai"));
  }

  private static Stamp up(long nanos) {
    return new Stamp(nanos, 1, Vantage.GATEWAY_UP);
  }
}
