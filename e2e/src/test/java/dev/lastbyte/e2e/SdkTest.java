// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.harness.server.FaultServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The packages that most agents are made of, unchanged but for their base URL. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class SdkTest {

  @TempDir private Path data;
  private FaultServer harness;
  private URI provider;
  private Recorder recorder;

  /** A package and an API that it speaks. */
  enum Sdk {
    OPENAI_CHAT,
    OPENAI_RESPONSES,
    ANTHROPIC;

    Json stream(String baseUrl) throws Exception {
      Json printed =
          switch (this) {
            case OPENAI_CHAT -> NodePrograms.run("openai.mjs", baseUrl + "/v1", "chat");
            case OPENAI_RESPONSES -> NodePrograms.run("openai.mjs", baseUrl + "/v1", "responses");
            case ANTHROPIC -> NodePrograms.run("anthropic.mjs", baseUrl);
          };
      System.out.println(printed.line());
      return printed;
    }
  }

  @BeforeEach
  void start() throws Exception {
    harness = FaultServer.start();
    provider = URI.create("http://127.0.0.1:" + harness.address().getPort());
    recorder = Recorder.recordingInto(data, provider);
  }

  @AfterEach
  void stop() throws Exception {
    recorder.close();
    harness.close();
  }

  @ParameterizedTest
  @EnumSource
  void aGoodStream_isTheSameByteForByte(Sdk sdk) throws Exception {
    Json without = sdk.stream(provider + "/ok");
    Json through = sdk.stream(recorder.url("/ok"));

    assertThat(through.line()).isEqualTo(without.line());
    assertThat(through.at("ended")).isEqualTo("well");
    assertThat(through.at("body.bytes")).matches("[1-9]\\d+");
    assertThat(recorder.run().at("code")).isEqualTo("none@complete/provider");
  }

  @ParameterizedTest
  @EnumSource
  void aTruncatedStream_isSuccessToThePackage_andASilentTruncation(Sdk sdk) throws Exception {
    Json through = sdk.stream(recorder.url("/text-eof"));
    Json run = recorder.run();

    assertThat(through.at("ended")).isEqualTo("well");
    assertThat(run.at("code")).isEqualTo("stream.silent_truncation@text/provider");
    assertThat(run.at("retry_safety")).isEqualTo("user_confirmed_retry");
  }
}
