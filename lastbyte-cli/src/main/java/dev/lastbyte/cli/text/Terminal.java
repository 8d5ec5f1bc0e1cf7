// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.text;

import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where a command reads and prints. Output is buffered; what a reader waits for is {@linkplain
 * #printNow said}. A reader that goes away ({@code lastbyte runs | head}) ends the printing
 * quietly.
 *
 * <p>What is printed is text only: a character that a terminal would take for a command is
 * replaced.
 *
 * @param colour whether a person looks at it and did not ask for plain text
 * @param columns how wide the terminal is to which {@code out} prints, or {@link #UNLIMITED} if it
 *     is none
 * @param errColumns the same of {@code err}
 */
public record Terminal(
    InputStream in, PrintStream out, PrintStream err, boolean colour, int columns, int errColumns) {

  /** The width of what is no terminal: lines stay whole for the program that reads them. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** What everything fits. A narrower terminal breaks lines itself. */
  public static final int LEAST_COLUMNS = 80;

  /** One that prints to no terminal. */
  public Terminal(InputStream in, PrintStream out, PrintStream err, boolean colour) {
    this(in, out, err, colour, UNLIMITED, UNLIMITED);
  }

  /** Ways to make text stand out, as the parameters of an ANSI escape (ECMA-48 §8.3.117). */
  public enum Style {
    BOLD(1),
    DIM(2),
    RED(31),
    GREEN(32);

    private final int parameter;

    Style(int parameter) {
      this.parameter = parameter;
    }
  }

  /** The terminal of this process. The launcher knows whether it is one, and obeys NO_COLOR. */
  public static Terminal of(StandardOutput output) {
    return new Terminal(
        System.in,
        new PrintStream(new BufferedOutputStream(output), false, StandardCharsets.UTF_8),
        System.err,
        Boolean.getBoolean("lastbyte.colour"),
        columns("lastbyte.columns"),
        columns("lastbyte.err-columns"));
  }

  /** The launcher asks the terminal, if there is one; 0 is what one says that does not know. */
  private static int columns(String property) {
    int given = Integer.getInteger(property, UNLIMITED);
    return given <= 0 ? LEAST_COLUMNS : Math.max(LEAST_COLUMNS, given);
  }

  /** Whether a person looks at what is printed. */
  public boolean isInteractive() {
    return columns != UNLIMITED;
  }

  /** The same, printing on standard error. */
  public Terminal onErr() {
    return new Terminal(in, err, err, false, errColumns, errColumns);
  }

  /** Prints a line, broken between words where the terminal ends. */
  public void line(String text) {
    if (columns == UNLIMITED) {
      out.println(printable(text));
    } else {
      text.lines()
          .flatMap(line -> TextWrap.lines(line, columns, TextWrap.indentOf(line)).stream())
          .forEach(line -> out.println(printable(line)));
      if (text.isEmpty()) {
        out.println();
      }
    }
  }

  /** Prints a line at once. */
  public void printNow(String text) {
    out.println(printable(text));
    out.flush();
  }

  /** One line on standard error, behind what was printed so far. */
  public void warn(@Nullable String text) {
    out.flush();
    err.println("lastbyte: " + PrintableText.of(String.valueOf(text)));
  }

  private String printable(String text) {
    return colour ? PrintableText.withStyles(text) : PrintableText.of(text);
  }

  /** Whether the reader of the output is gone. */
  public boolean isClosed() {
    return out.checkError();
  }

  /** Text that stands out, if this is for a person's eyes. */
  public String styled(Style style, String text) {
    return colour ? "\u001b[" + style.parameter + "m" + text + "\u001b[0m" : text;
  }
}
