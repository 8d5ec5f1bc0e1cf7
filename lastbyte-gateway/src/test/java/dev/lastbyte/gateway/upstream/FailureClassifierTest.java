// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.ConnectionEvent.DialFailure;
import io.netty.channel.ChannelException;
import java.io.IOException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureClassifierTest {

  /** The words of Linux, which differ by error number where the exceptions do not. */
  @ParameterizedTest
  @CsvSource({
    "Connection refused, REFUSED",
    "Connection timed out, TIMEOUT",
    "Network is unreachable, UNREACHABLE",
    "No route to host, UNREACHABLE",
    "Cannot allocate memory, EXHAUSTED",
    "No buffer space available, EXHAUSTED",
    "Cannot assign requested address, OTHER",
    "Permission denied, OTHER",
  })
  void connectFailure_isClassifiedByTheSystemMessage(String words, DialFailure meaning) {
    var failure = new ConnectException("connect(..) failed with error(-1): " + words);

    assertThat(FailureClassifier.ofConnect(failure)).isEqualTo(meaning);
  }

  @Test
  void exhaustedSockets_areFoundInTheCauseChain() {
    var cause = new IOException("newSocketStream(..) failed with error(-24): Too many open files");

    assertThat(FailureClassifier.ofConnect(new ChannelException("Unable to create Channel", cause)))
        .isEqualTo(DialFailure.EXHAUSTED);
  }
}
