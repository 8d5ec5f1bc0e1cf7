// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.harness.Framing;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What two Java clients were once seen to say, when another server than the harness broke the same
 * streams byte by byte: the harness makes them say it again. The last column counts the requests
 * that came without being asked for.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class JavaClientFactsTest {

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          JDK | before-headers-fin | CHUNKED | HTTP/1.1 header parser received no bytes | EOF reached while reading | 0
          JDK | before-headers-rst | CHUNKED | HTTP/1.1 header parser received no bytes | Connection reset | 0
          JDK | text-fin | CHUNKED | chunked transfer encoding, state: READING_LENGTH | EOF reached while reading | 0
          JDK | after-headers-fin | CHUNKED | chunked transfer encoding, state: READING_LENGTH | EOF reached while reading | 0
          JDK | text-rst | CHUNKED | chunked transfer encoding, state: READING_LENGTH | Connection reset | 0
          JDK | tls-no-close-notify | TLS | chunked transfer encoding, state: READING_LENGTH | EOF reached while reading | 0
          JDK | text-fin | LENGTH | fixed content-length: N, bytes received: N | EOF reached while reading | 0
          JDK | text-eof | CHUNKED | no error | no error | 0
          JDK | h2-refused-stream | H2 | request not processed by peer | request not processed by peer | 1
          JDK | h2-rst-cancel | H2 | Received RST_STREAM: Stream cancelled | Stream cancelled | 0
          JDK | h2-rst-internal-error | H2 | Received RST_STREAM: Internal error | Internal error | 0
          JDK | text-fin | H2 | closed | EOF reached while reading | 0
          OKHTTP | text-fin | CHUNKED | EOFException | EOFException | 0
          OKHTTP | text-fin | LENGTH | unexpected end of stream | unexpected end of stream | 0
          OKHTTP | before-headers-fin | CHUNKED | unexpected end of stream on ADDRESS | \\n not found: limit=N content=… | 0
          OKHTTP | text-eof | CHUNKED | no error | no error | 0
          OKHTTP | text-fin | H2 | stream was reset: CANCEL | CANCEL | 0
          OKHTTP | h2-rst-cancel | H2 | stream was reset: CANCEL | CANCEL | 0
          OKHTTP | h2-goaway-no-error | H2 | stream was reset: CANCEL | CANCEL | 0
          OKHTTP | h2-refused-stream | H2 | stream was reset: REFUSED_STREAM | REFUSED_STREAM | 0
          OKHTTP | reused-dies-fin | CHUNKED | no error | no error | 1
          OKHTTP | reused-dies-rst | CHUNKED | no error | no error | 1
          """)
  void theClientSaysIt(
      JavaClient client,
      String scenario,
      Framing framing,
      String words,
      String innermost,
      int requestsTooMany)
      throws Exception {
    Meeting.Outcome outcome = client.meet(ClientCase.of(scenario, framing));

    assertThat(outcome.said()).contains(words).endsWith(innermost);
    assertThat(outcome.resent()).isEqualTo(requestsTooMany);
  }
}
