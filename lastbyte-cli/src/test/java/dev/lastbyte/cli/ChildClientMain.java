// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A program that asks a model where the environment says: the same question as often as its first
 * argument says, on a connection of its own each time. Ends with exit code 7.
 */
final class ChildClientMain {

  static final int EXIT = 7;

  private static final String QUESTION =
      "{\"model\":\"m\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";

  private ChildClientMain() {}

  public static void main(String[] args) throws Exception {
    URI url = URI.create(System.getenv("OPENAI_BASE_URL") + "/chat/completions");
    for (int i = 0; i < Integer.parseInt(args[0]); i++) {
      send(url);
    }
    System.exit(EXIT);
  }

  private static void send(URI url) throws IOException {
    var connection = (HttpURLConnection) url.toURL().openConnection();
    connection.setRequestProperty("Connection", "close");
    connection.setDoOutput(true);
    connection.getOutputStream().write(QUESTION.getBytes(StandardCharsets.UTF_8));
    try (var response = connection.getInputStream()) {
      response.readAllBytes();
    } catch (IOException broken) {
      // What the gateway says of it is the test.
    }
  }
}
