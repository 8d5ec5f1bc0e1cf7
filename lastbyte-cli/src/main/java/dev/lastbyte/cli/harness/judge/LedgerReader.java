// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.harness.judge;

import dev.lastbyte.cli.input.EventsInput;
import dev.lastbyte.cli.input.LogFileInput;
import dev.lastbyte.cli.text.InvalidInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A harness's ledger, from a file or from the harness itself. */
final class LedgerReader {

  private static final int TIMEOUT_MILLIS = 10_000;

  private LedgerReader() {}

  /**
   * The ledger that a running harness has.
   *
   * @throws InvalidInputException if there is none
   */
  static List<LedgerLine> fetch(String url) {
    String at = (url.endsWith("/") ? url : url + "/") + "_harness/ledger";
    try {
      URLConnection connection = URI.create(at).toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      try (InputStream in = connection.getInputStream()) {
        return lines(at, in);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidInputException(
          "no harness answers at " + url + "; start one with lastbyte harness serve, or give --url",
          e);
    }
  }

  /**
   * The ledger in that file, or in the standard input.
   *
   * @throws InvalidInputException if it is none
   */
  static List<LedgerLine> read(Path file, InputStream standardInput) {
    boolean given = file.equals(EventsInput.STANDARD_INPUT);
    try (InputStream in = given ? standardInput : Files.newInputStream(file)) {
      return lines(file.toString(), in);
    } catch (IOException e) {
      throw new InvalidInputException(file + " cannot be read: " + LogFileInput.ioReason(e), e);
    }
  }

  private static List<LedgerLine> lines(String name, InputStream in) throws IOException {
    var lines = new ArrayList<LedgerLine>();
    var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int number = 0;
    for (String text = reader.readLine(); text != null; text = reader.readLine()) {
      number++;
      try {
        LedgerLine line = LedgerLine.read(text);
        if (line != null) {
          lines.add(line);
        }
      } catch (IOException e) {
        throw new InvalidInputException("%s:%d: %s".formatted(name, number, e.getMessage()), e);
      }
    }
    return lines;
  }
}
