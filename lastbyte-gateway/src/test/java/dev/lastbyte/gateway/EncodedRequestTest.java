// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static dev.lastbyte.gateway.EncodedBodies.encoded;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.RequestEvent.ConversationSeen;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An encoded request goes through as it is, and is understood beside it. */
@Tag("slow")
@Timeout(300)
class EncodedRequestTest {

  private static final String BODY =
      "{\"model\":\"gpt-x\",\"stream\":true,\"tools\":[{\"type\":\"function\"}],"
          + "\"messages\":[{\"role\":\"user\",\"content\":\""
          + "Hello. ".repeat(5_000)
          + "\"}]}";

  private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();

  @TempDir private Path dir;

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "zstd", "zstd, br"})
  void encodedRequest_passesUnchanged_andIsDescribed(String codings) throws Exception {
    byte[] body = encoded(BODY, codings);

    RunLog run = runOf(codings, body);

    assertThat(arrived.remove()).endsWith("\r\n\r\n" + new String(body, ISO_8859_1));
    RequestDescribed described = TestBed.only(run, RequestDescribed.class);
    assertThat(described.model()).isEqualTo(new Token("gpt-x"));
    assertThat(described.streaming()).isEqualTo(Known.YES);
    assertThat(described.toolsOffered()).isEqualTo(1);
  }

  @Test
  void encodedRequest_hasTheConversationHashOfThePlainOne() throws Exception {
    try (var provider = RawProvider.playing(this::respond, this::respond);
        var bed = TestBed.forProvider(dir, provider)) {
      RunLog plain = ask(bed, "identity", BODY.getBytes(UTF_8));
      RunLog encoded = ask(bed, "zstd", encoded(BODY, "zstd"));

      assertThat(TestBed.only(encoded, ConversationSeen.class).conversation())
          .isEqualTo(TestBed.only(plain, ConversationSeen.class).conversation());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "zstd", "rot13"})
  void undecodableRequest_isUndescribed_andPassesUnchanged(String coding) throws Exception {
    byte[] body = encoded(BODY, coding.equals("rot13") ? "gzip" : coding);
    Arrays.fill(body, 0, 8, (byte) 0xFF);

    assertUnknown(runOf(coding, body));
    assertThat(arrived.remove()).endsWith(new String(body, ISO_8859_1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "zstd"})
  void decompressionBomb_isUndescribed_andPassesUnchanged(String coding) throws Exception {
    byte[] body = encoded(" ".repeat(64 * 1024 * 1024) + BODY, coding);

    assertUnknown(runOf(coding, body));
    assertThat(arrived.remove()).endsWith(new String(body, ISO_8859_1));
  }

  private static void assertUnknown(RunLog run) {
    RequestDescribed described = TestBed.only(run, RequestDescribed.class);
    assertThat(described.model()).isNull();
    assertThat(described.streaming()).isEqualTo(Known.UNKNOWN);
    assertThat(run.events()).noneMatch(ConversationSeen.class::isInstance);
  }

  private RunLog runOf(String codings, byte[] body) throws Exception {
    try (var provider = RawProvider.playing(this::respond);
        var bed = TestBed.forProvider(dir, provider)) {
      return ask(bed, codings, body);
    }
  }

  private void respond(Peer peer) throws Exception {
    arrived.add(peer.readMessage());
    peer.send("HTTP/1.1 204 No Content\r\n\r\n");
  }

  private static RunLog ask(TestBed bed, String codings, byte[] body) throws Exception {
    try (var client = bed.client()) {
      client.send(
          "POST /up/v1/chat/completions HTTP/1.1\r\nHost: h\r\nContent-Encoding: "
              + codings
              + "\r\nContent-Length: "
              + body.length
              + "\r\n\r\n");
      client.send(body).readHead();
      return bed.nextRun();
    }
  }
}
