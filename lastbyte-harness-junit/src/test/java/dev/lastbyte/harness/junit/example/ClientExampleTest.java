// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.junit.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.junit.BaseUrl;
import dev.lastbyte.harness.junit.LlmFault;
import dev.lastbyte.harness.junit.LlmFaultTest;
import dev.lastbyte.harness.junit.LlmServer;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a user writes. Quoted by docs/harness-junit.md. */
@Timeout(300)
class ClientExampleTest {

  @Test
  @LlmFault("ok")
  void aCompleteResponseIsRead(@BaseUrl URI baseUrl) throws IOException {
    assertThat(new ChatClient(baseUrl).send(event -> {})).last().isEqualTo("data: [DONE]");
  }

  @LlmFaultTest(
      value = {"text-fin", "text-rst", "text-eof"},
      framings = {Framing.CHUNKED, Framing.LENGTH, Framing.CLOSE_DELIMITED})
  void aCutResponseIsRejected(LlmServer server) throws Exception {
    assertThatThrownBy(() -> new ChatClient(server.baseUrl()).send(event -> {}))
        .isInstanceOf(IOException.class);

    assertThat(server.awaitRequests(1)).hasSize(1); // nothing was sent twice
    assertThat(server.key().retrySafety()).isEqualTo("user_confirmed_retry");
  }

  @Test
  @LlmFault(value = "text-rst", gated = true)
  void textIsShownAsItArrives(LlmServer server) {
    var shown = new ArrayList<String>();

    assertThatThrownBy(() ->
            new ChatClient(server.baseUrl())
                .send(event -> {
                  shown.add(event);
                  server.release();
                }))
        .hasMessage("Connection reset");
    assertThat(shown).isNotEmpty();
  }
}
