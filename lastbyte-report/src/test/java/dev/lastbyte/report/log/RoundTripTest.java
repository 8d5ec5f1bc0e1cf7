// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.ResponseEvent.Correlated;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.report.log.shape.EventShapes;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(300)
class RoundTripTest {

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyEvent_comesBackAsItWas(long seed) throws Exception {
    RunLog log = new RandomLogs(seed).next();

    DecodedRunLog back = RunLogCodec.decode(RunLogCodec.encode(log));

    assertThat(back.log()).isEqualTo(log);
    assertThat(back.problems()).isEmpty();
  }

  @Test
  void theShapes_areThoseOfTheSealedHierarchy() {
    assertThat(EventShapes.types())
        .containsExactlyInAnyOrderElementsOf(RandomLogs.leaves(RunEvent.class).toList());
  }

  @Test
  void aLog_readsAsTheManualSays() {
    RunHeader header = new RunHeader(new Token("r-7"), 1_769_851_800_000L, new Token("openai"));
    Stamp stamp = new Stamp(120, 1, Vantage.GATEWAY_UP);
    RunLog log =
        new RunLog(
            header,
            List.of(
                new RequestDescribed(
                    stamp, Dialect.OPENAI_CHAT, null, Known.YES, Known.UNKNOWN, Known.NO, 2, 0),
                new Correlated(stamp, Correlation.CF_RAY, new Token("8c1"))),
            0);

    assertThat(new String(RunLogCodec.encode(log), UTF_8))
        .isEqualTo(
            """
            {"lastbyte":2,"kind":"run","run":"r-7","started_at":"2026-01-31T09:30:00.000Z",\
            "provider":"openai","dropped":0}
            {"kind":"event","id":1,"at_nanos":120,"attempt":1,"vantage":"gateway-up",\
            "type":"request_described","dialect":"openai-chat","streaming":"yes",\
            "stores":"unknown","server_tools":"no","tools_offered":2,"tool_results":0,\
            "stateful":"unknown","server_reads":"unknown"}
            {"kind":"event","id":2,"at_nanos":120,"attempt":1,"vantage":"gateway-up",\
            "type":"correlated","correlation":"cf_ray","value":"8c1"}
            """);
  }
}
