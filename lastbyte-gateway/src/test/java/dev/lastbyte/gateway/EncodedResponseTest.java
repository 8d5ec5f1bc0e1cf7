// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static dev.lastbyte.gateway.EncodedBodies.encoded;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.core.event.StreamEvent.ContentFlowed;
import dev.lastbyte.core.event.StreamEvent.ContentOpaque;
import dev.lastbyte.core.event.StreamEvent.Malformed;
import dev.lastbyte.core.event.StreamEvent.ProviderFailed;
import dev.lastbyte.core.event.StreamEvent.TerminalProven;
import dev.lastbyte.core.log.RunLog;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is encoded goes through as it is, and is understood beside it. */
@Tag("slow")
@Timeout(300)
class EncodedResponseTest {

  private static final String REQUEST =
      "POST /up/v1/chat/completions HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\n{}";
  private static final String STREAM =
      "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hello\"}}]}\n\n".repeat(50)
          + "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
          + "data: [DONE]\n\n";

  @TempDir private Path dir;

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "zstd", "zstd, br", "br, gzip"})
  void encodedStream_passesUnchanged_andIsParsed(String codings) throws Exception {
    String response = response(200, codings, encoded(STREAM, codings));

    RunLog run = runOf(response);

    TestBed.only(run, TerminalProven.class);
    assertThat(TestBed.eventNames(run)).doesNotContain("ContentOpaque", "Malformed");
    assertThat(run.events())
        .filteredOn(ContentFlowed.class::isInstance)
        .extracting(event -> ((ContentFlowed) event).count())
        .contains(50L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "zstd"})
  void truncatedCoding_isRecordedAsMalformed(String coding) throws Exception {
    byte[] whole = encoded(STREAM, coding);

    RunLog run = runOf(response(200, coding, Arrays.copyOf(whole, whole.length - 6)));

    TestBed.only(run, Malformed.class);
    assertThat(TestBed.eventNames(run)).doesNotContain("ContentOpaque");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "zstd"})
  void corruptCoding_isRecordedAsMalformed_andPassesUnchanged(String coding) throws Exception {
    byte[] bytes = encoded(STREAM, coding);
    Arrays.fill(bytes, 0, 8, (byte) 0xFF);

    RunLog run = runOf(response(200, coding, bytes));

    TestBed.only(run, Malformed.class);
    TestBed.only(run, ContentOpaque.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "zstd"})
  void decompressionBomb_isOpaque(String coding) throws Exception {
    RunLog run = runOf(response(200, coding, encoded(" ".repeat(64 * 1024 * 1024), coding)));

    TestBed.only(run, ContentOpaque.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "zstd"})
  void encodedErrorBody_isParsed(String coding) throws Exception {
    String error = "{\"error\":{\"message\":\"\",\"code\":\"insufficient_quota\"}}";

    RunLog run = runOf(response(429, coding, encoded(error, coding)));

    assertThat(TestBed.only(run, ProviderFailed.class).failure()).isEqualTo(ProviderFailure.QUOTA);
  }

  @Test
  void unknownCoding_isOpaque() throws Exception {
    TestBed.only(runOf(response(200, "rot13", STREAM.getBytes(UTF_8))), ContentOpaque.class);
  }

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void damagedCoding_passesUnchanged(long seed) throws Exception {
    var random = new Random(seed);
    String coding = random.nextBoolean() ? "br" : "zstd";
    byte[] bytes = encoded(STREAM, coding);
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));

    runOf(response(200, coding, bytes));
  }

  /** The run of a request with this response, which has to arrive as it was sent. */
  private RunLog runOf(String response) throws Exception {
    try (var provider =
            RawProvider.playing(peer -> {
              peer.readMessage();
              peer.send(response);
            });
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      assertThat(client.send(REQUEST).readExactly(response.length())).isEqualTo(response);
      return bed.nextRun();
    }
  }

  private static String response(int status, String codings, byte[] body) {
    String media = status == 200 ? "text/event-stream" : "application/json";
    return "HTTP/1.1 "
        + status
        + " X\r\nContent-Type: "
        + media
        + "\r\nContent-Encoding: "
        + codings
        + "\r\nContent-Length: "
        + body.length
        + "\r\n\r\n"
        + new String(body, ISO_8859_1);
  }
}
