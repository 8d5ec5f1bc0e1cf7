// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.cli.text.Terminal.Style;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTextTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Terminal terminal(boolean colour) {
    return new Terminal(
        new ByteArrayInputStream(new byte[0]),
        new PrintStream(out, true, UTF_8),
        new PrintStream(err, true, UTF_8),
        colour);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001b[2J",
        "\u001b]0;title\u0007",
        "\u009b2J",
        "a\rb",
        "a\bb",
        "\u202eevil",
        "\u2066x",
        "\u0000",
        "\u007f",
        "\u001b[31;1m",
        "\u001b[8m",
        "a\u2028b"
      })
  void aCharacterThatIsACommand_isReplaced_onBothOutputs(String hostile) {
    Terminal terminal = terminal(true);
    terminal.line(hostile);
    terminal.printNow(hostile);
    terminal.warn(hostile);

    assertThat(out.toString(UTF_8) + err.toString(UTF_8)).matches("[ -~\\n]*").contains("?");
  }

  @Test
  void ourOwnStyles_reachATerminal() {
    Terminal terminal = terminal(true);
    terminal.line(terminal.styled(Style.BOLD, "x"));

    assertThat(out.toString(UTF_8)).isEqualToIgnoringNewLines("\u001b[1mx\u001b[0m");
  }

  @Test
  void stylesInATextFromOutside_doNotReachAPipe() {
    terminal(false).line("\u001b[1mx");

    assertThat(out.toString(UTF_8)).isEqualToIgnoringNewLines("?[1mx");
  }

  @Test
  void textOfAllScripts_andOfSeveralLines_staysAsItIs() {
    assertThat(PrintableText.of("a\tb\nžluťoučký 日本 🙂")).isEqualTo("a\tb\nžluťoučký 日本 🙂");
    assertThat(PrintableText.of("a\r\nb")).isEqualTo("a\nb");
  }
}
