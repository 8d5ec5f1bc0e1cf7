// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.gateway.upstream.UpstreamTarget;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of the web, by whatever name they point here, do not reach models on this machine. */
@Timeout(300)
class ForeignHostTest {

  @TempDir private Path dir;

  private TestBed bed(ServerSocket provider) throws Exception {
    return TestBed.with(
        dir,
        TestBed.local(provider.getLocalPort()),
        options -> options.allowedHosts(Set.of("recorder.example")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: rebound.example\r\n",
        "Host: rebound.example:7077\r\n",
        "Host: 10.0.0.7\r\n",
        "Host: localhost.evil.example\r\n",
        "Host: localhost\r\nOrigin: http://evil.example\r\n",
        "Host: localhost\r\nOrigin: https://localhost.evil.example\r\n",
        "Host: localhost\r\nOrigin: null\r\n"
      })
  void foreignHostOrOrigin_is403_andTheUpstreamIsNotReached(String fields) throws Exception {
    try (ServerSocket provider = RawProvider.freePort();
        var bed = bed(provider);
        var client = bed.client()) {

      client.send("GET /up/v1/models HTTP/1.1\r\n" + fields + "\r\n");

      assertThat(client.readToEnd().text()).startsWith("HTTP/1.1 403 ").contains("foreign_host");
      assertThat(bed.endedRuns()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: localhost:7077\r\n",
        "Host: 127.0.0.1\r\n",
        "Host: [::1]:7077\r\n",
        "Host: Recorder.example\r\n",
        "Host: localhost\r\nOrigin: http://localhost:3000\r\n",
        "Host: localhost\r\nOrigin: vscode-webview://1a2b\r\n",
        "Host: 127.0.0.1\r\nOrigin: http://recorder.example\r\n"
      })
  void ownNameOrConfiguredName_isServed(String fields) throws Exception {
    RawProvider.Script script =
        peer -> {
          peer.readHead();
          peer.send("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
        };
    try (var provider = RawProvider.playing(script);
        var bed =
            TestBed.with(
                dir,
                TestBed.local(provider.port()),
                options -> options.allowedHosts(Set.of("recorder.example")));
        var client = bed.client()) {

      client.send("GET /up/v1/models HTTP/1.1\r\n" + fields + "\r\n");

      assertThat(client.readHead()).startsWith("HTTP/1.1 204 ");
    }
  }

  private static UpstreamTarget target(String url) {
    return new Upstream("up", URI.create(url)).target(ProxyRules.none());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:11434",
        "http://127.0.0.9",
        "http://[::1]",
        "http://0.0.0.0:1",
        "http://10.1.2.3",
        "http://172.16.0.1",
        "http://192.168.1.5",
        "http://169.254.169.254",
        "http://100.64.0.1",
        "http://[fd00::1]",
        "http://[fe80::1]",
        "http://ollama:11434",
        "http://box.local",
        "http://model.corp.internal"
      })
  void addressOrNameOfAPrivateNetwork_isPrivate(String url) {
    assertThat(target(url).isPrivate()).isTrue();
  }

  @Test
  void publicProvider_isNot() {
    assertThat(target("https://api.openai.com").isPrivate()).isFalse();
    assertThat(target("https://8.8.8.8").isPrivate()).isFalse();
    assertThat(target("https://[2606:4700::1111]").isPrivate()).isFalse();
  }
}
