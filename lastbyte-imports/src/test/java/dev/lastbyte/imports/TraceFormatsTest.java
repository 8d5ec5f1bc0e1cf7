// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.imports.ImportResult.Runs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTP archives and OTLP traces. */
class TraceFormatsTest {

  private static final String SPAN =
      """
      {"traceId":"5b8efff798038103d269b633813fc60c","spanId":"%s","name":"chat",\
      "startTimeUnixNano":"1795333740000000000","endTimeUnixNano":"1795333741000000000",\
      "attributes":[{"key":"gen_ai.operation.name","value":{"stringValue":"chat"}},\
      {"key":"gen_ai.request.model","value":{"stringValue":"gpt-5.5"}},\
      {"key":"gen_ai.input.messages","value":{"stringValue":"canary words"}}%s],\
      "status":{"code":%d,"message":"canary words"}%s}\
      """;

  @TempDir private Path folder;

  @Test
  void archive_isReadForItsRequestsToModels() throws IOException {
    SampleExports.Read read =
        read(
            """
            {"log":{"version":"1.2","entries":[
              {"startedDateTime":"2026-11-22T07:49:00.000Z","time":900.5,
               "request":{"method":"GET","url":"https://example.com/canary"},
               "response":{"status":200}},
              {"startedDateTime":"2026-11-22T07:49:01.000Z","time":900.5,
               "request":{"method":"POST","url":"https://api.example.com/v1/chat/completions?canary"},
               "response":{"status":429,"headers":[{"name":"X-Request-Id","value":"req_1"}],
                 "content":{"mimeType":"application/json; charset=utf-8","text":"canary"}}},
              {"startedDateTime":"2026-11-22T07:49:02.000Z","time":120000,
               "request":{"method":"POST","url":"https://api.example.com/v1/messages"},
               "response":{"status":200,"_error":"net::ERR_INCOMPLETE_CHUNKED_ENCODING",
                 "content":{"mimeType":"text/event-stream"}}},
              {"startedDateTime":"2026-11-22T07:49:03.000Z","time":1,
               "request":{"method":"POST","url":"https://api.example.com/v1/responses"},
               "response":{"status":200,"content":{"mimeType":"text/event-stream"}}}
            ]}}
            """);

    assertThat(codes(read.logs()))
        .containsExactly(
            "provider.rate_limited likely", "stream.premature_eof likely", "unknown unknown");
    assertThat(((Runs) read.result()).losses().unrelated()).isEqualTo(1);
    assertThat(read.logs().toString()).contains("req_1").doesNotContain("canary", "example.com");
  }

  @Test
  void traces_areReadForTheirRequestsToModels_andOkProvesNothing() throws IOException {
    String finished =
        ",{\"key\":\"gen_ai.response.finish_reasons\",\"value\":{\"arrayValue\":{\"values\":"
            + "[{\"stringValue\":\"stop\"}]}}}";
    String exception =
        ",\"events\":[{\"name\":\"exception\",\"attributes\":[{\"key\":\"exception.message\","
            + "\"value\":{\"stringValue\":\"error decoding response body, canary\"}}]}]";
    String spans =
        String.join(
            ",",
            SPAN.formatted("eee19b7ec3c1b171", finished, 1, ""),
            SPAN.formatted("eee19b7ec3c1b172", "", 1, ""),
            SPAN.formatted("eee19b7ec3c1b173", "", 2, exception),
            "{\"name\":\"GET\",\"attributes\":[]}");
    String line =
        "{\"resourceSpans\":[{\"resource\":{},\"scopeSpans\":[{\"spans\":[%s]}]}]}"
            .formatted(spans);

    SampleExports.Read read = read(line + "\n" + line + "\n");

    assertThat(codes(read.logs()))
        .startsWith("none likely", "unknown unknown", "stream.premature_eof possible")
        .hasSize(6);
    assertThat(read.logs().toString()).contains("gpt-5.5").doesNotContain("canary");
  }

  @Test
  void tracesInProtobuf_areReadAlike() throws IOException {
    byte[] span =
        message(
            bytes(1, new byte[] {0x5b, (byte) 0x8e}),
            bytes(2, new byte[] {0x01, 0x02}),
            bytes(5, "chat".getBytes(UTF_8)),
            fixed64(7, 1_795_333_740_000_000_000L),
            fixed64(8, 1_795_333_741_000_000_000L),
            attribute("gen_ai.operation.name", "chat"),
            attribute("gen_ai.request.model", "gpt-5.5"),
            attribute("gen_ai.output.messages", "canary words"),
            bytes(
                9,
                message(
                    bytes(1, "gen_ai.response.finish_reasons".getBytes(UTF_8)),
                    bytes(2, bytes(5, bytes(1, bytes(1, "length".getBytes(UTF_8))))))));
    byte[] traces =
        bytes(
            1,
            message(
                bytes(1, new byte[0]), bytes(2, message(bytes(1, new byte[0]), bytes(2, span)))));

    SampleExports.Read whole = SampleExports.read(Files.write(folder.resolve("t"), traces));

    assertThat(whole.result()).isInstanceOf(Runs.class);
    assertThat(codes(whole.logs())).containsExactly("provider.output_limit likely");
    assertThat(whole.logs().toString()).contains("otlp-0102", "gpt-5.5").doesNotContain("canary");
    for (int cut = 0; cut < traces.length; cut++) {
      Path part = Files.write(folder.resolve("t"), Arrays.copyOf(traces, cut));
      assertThat(SampleExports.read(part).logs()).as("cut after %d bytes", cut).isEmpty();
    }
  }

  private static byte[] attribute(String key, String value) {
    return bytes(
        9, message(bytes(1, key.getBytes(UTF_8)), bytes(2, bytes(1, value.getBytes(UTF_8)))));
  }

  private static byte[] message(byte[]... fields) {
    var all = new ByteArrayOutputStream();
    Arrays.stream(fields).forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static byte[] bytes(int field, byte[] value) {
    var all = new ByteArrayOutputStream();
    all.write(field << 3 | 2);
    for (int rest = value.length; ; rest >>>= 7) {
      all.write(rest < 0x80 ? rest : rest & 0x7f | 0x80);
      if (rest < 0x80) {
        break;
      }
    }
    all.writeBytes(value);
    return all.toByteArray();
  }

  private static byte[] fixed64(int field, long value) {
    return ByteBuffer.allocate(9)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) (field << 3 | 1))
        .putLong(value)
        .array();
  }

  private SampleExports.Read read(String text) throws IOException {
    return SampleExports.read(Files.writeString(folder.resolve("log"), text));
  }

  private static List<String> codes(List<RunLog> logs) {
    return logs.stream()
        .map(log -> Diagnoser.diagnose(RunFacts.of(log)))
        .map(diagnosis -> diagnosis.cause().code() + " " + diagnosis.confidence().code())
        .toList();
  }
}
