// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.recovery.RetryPolicy;
import dev.lastbyte.core.recovery.RetrySafety;
import dev.lastbyte.core.recovery.RetryVerdict;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A client whose frames make this side reset its own streams (CVE-2025-8671), or that resets them
 * itself (CVE-2023-44487), has begun more of them than may be open at a time.
 */
@Tag("slow")
@Timeout(60)
class MadeYouResetTest {

  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int PRIORITY = 2;
  private static final int WINDOW_UPDATE = 8;
  private static final int END_HEADERS = 4;
  private static final int ENHANCE_YOUR_CALM = 11;
  private static final int STREAMS = 600;
  private static final int MOST = 200;

  @TempDir private Path dir;

  /** What makes a receiver reset a stream (RFC 9113 §5 and §6). */
  enum Break {
    WINDOW_OF_ZERO {
      @Override
      void begin(Http2Peer client) throws IOException {
        client.raw(WINDOW_UPDATE, 0, open(client), new byte[4]);
      }
    },
    WINDOW_BEYOND_ITS_BOUND {
      @Override
      void begin(Http2Peer client) throws IOException {
        client.raw(WINDOW_UPDATE, 0, open(client), (byte) 0x7f, (byte) -1, (byte) -1, (byte) -1);
      }
    },
    DATA_AFTER_THE_END {
      @Override
      void begin(Http2Peer client) throws IOException {
        client.raw(DATA, 0, client.ask(PATH, "{}", LENGTH, "2"), (byte) 1);
      }
    },
    MORE_THAN_ITS_LENGTH {
      @Override
      void begin(Http2Peer client) throws IOException {
        client.raw(DATA, 0, open(client), new byte[9]);
      }
    },
    PRIORITY_OF_ANOTHER_SIZE {
      @Override
      void begin(Http2Peer client) throws IOException {
        client.raw(PRIORITY, 0, open(client), new byte[4]);
      }
    },
    SECOND_HEAD_WITHOUT_AN_END {
      @Override
      void begin(Http2Peer client) throws IOException {
        byte[] field = {0, 1, 'a', 1, 'b'};
        client.raw(HEADERS, END_HEADERS, client.begin(PATH), field);
      }
    },
    FIELD_WITH_A_LINE_BREAK {
      @Override
      void begin(Http2Peer client) throws IOException {
        client.begin(PATH, "x-a", "1\r\nx: y");
      }
    },
    ITS_OWN_RESET {
      @Override
      void begin(Http2Peer client) throws IOException {
        client.cancel(open(client));
      }
    };

    private static final String PATH = "/up/v1/messages";
    private static final String LENGTH = "content-length";

    abstract void begin(Http2Peer client) throws IOException;

    static int open(Http2Peer client) throws IOException {
      return client.begin(PATH, LENGTH, "2");
    }
  }

  /** Takes every connection, and says nothing. */
  private static RawProvider provider() throws IOException {
    var silent = new RawProvider.Script[STREAMS];
    Arrays.fill(silent, (RawProvider.Script) peer -> {});
    return RawProvider.playing(silent);
  }

  /** Begins all the streams, as far as the gateway lets it. */
  private static void attack(Http2Peer client, Break how) throws IOException {
    try {
      for (int i = 0; i < STREAMS; i++) {
        how.begin(client);
      }
    } catch (SocketException closed) {
      return; // in the middle of it
    }
  }

  @ParameterizedTest
  @EnumSource
  void manyStreamsOfOneConnection_endIt_andAreNoRunsToBeTriedAgain(Break how) throws Exception {
    try (var provider = provider();
        var bed = TestBed.forProvider(dir, provider);
        var client = Http2Peer.over(bed.client())) {
      attack(client, how);
      assertThatItIsSentAway(client);

      bed.closeGateway();
      List<RunLog> runs = bed.endedRuns();
      System.out.println(how + ": " + STREAMS + " streams, " + runs.size() + " runs");
      assertThat(runs).hasSizeLessThanOrEqualTo(MOST + 1);
      if (how != Break.ITS_OWN_RESET) {
        assertThat(runs).allSatisfy(run -> assertThat(safety(run)).isEqualTo(RetrySafety.NO_RETRY));
      }
      assertThat(bed.warnings()).isEmpty();
    }
  }

  /** A client that reads too little may miss why, since what it did not read is in the way. */
  private static void assertThatItIsSentAway(Http2Peer client) throws Exception {
    try {
      client.awaitGoAway();
    } catch (SocketException cut) {
      return;
    }
    assertThat(client.goAwayCode()).isEqualTo(ENHANCE_YOUR_CALM);
  }

  private static RetrySafety safety(RunLog run) {
    RunFacts facts = RunFacts.of(run);
    return RetryVerdict.of(facts, Diagnoser.diagnose(facts.last()), RetryPolicy.standard())
        .safety();
  }

  @Test
  void aFewBrokenStreams_leaveTheOthersAlone() throws Exception {
    RawProvider.Script responding =
        peer -> {
          peer.readMessage();
          peer.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwhole");
        };
    RawProvider.Script[] scripts = new RawProvider.Script[20];
    Arrays.fill(scripts, responding);
    try (var provider = RawProvider.playing(scripts);
        var bed = TestBed.forProvider(dir, provider);
        var client = Http2Peer.over(bed.client())) {
      for (int i = 0; i < 10; i++) {
        Break.FIELD_WITH_A_LINE_BREAK.begin(client);
      }

      int stream = client.ask("/up/v1/messages", "{}", "content-length", "2");
      assertThat(client.await(stream).body()).isEqualTo("whole");
    }
  }
}
