// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wish for a WebSocket is told from other upgrades, and the right ones from the wrong. */
class HandshakeTest {
  private static final Map<String, String> GOOD =
      Map.of(
          "upgrade", "WebSocket",
          "connection", "keep-alive, Upgrade",
          "sec-websocket-version", "13",
          "sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ==");

  @Test
  void theAcceptKey_isThatOfTheRfc() {
    assertThat(Handshake.isValid(GOOD)).isTrue();
    assertThat(Handshake.accept(GOOD)).isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
  }

  @ParameterizedTest
  @CsvSource({"sec-websocket-version, 8", "sec-websocket-key, c2hvcnQ=", "sec-websocket-key, ?"})
  void anInvalidUpgradeRequest_isRejected(String header, String value) {
    var wrong = new HashMap<>(GOOD);
    wrong.put(header, value);

    assertThat(Handshake.isWanted(wrong)).isTrue();
    assertThat(Handshake.isValid(wrong)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"upgrade, h2c", "connection, keep-alive"})
  void otherUpgradesAreNotMeant(String header, String value) {
    var other = new HashMap<>(GOOD);
    other.put(header, value);

    assertThat(Handshake.isWanted(other)).isFalse();
  }
}
