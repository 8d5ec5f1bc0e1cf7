// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.junit.example;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A client as a user may have one: it believes a response that said why it ended. */
final class ChatClient {
  private final URI baseUrl;

  ChatClient(URI baseUrl) {
    this.baseUrl = baseUrl;
  }

  /**
   * The events of a response, each handed over as it comes.
   *
   * @throws IOException if the response is not whole
   */
  List<String> send(Consumer<String> listener) throws IOException {
    var connection =
        (HttpURLConnection) URI.create(baseUrl + "/v1/chat/completions").toURL().openConnection();
    connection.setDoOutput(true);
    connection.setReadTimeout(10_000);
    connection.getOutputStream().write("{\"stream\":true}".getBytes(StandardCharsets.UTF_8));
    var events = new ArrayList<String>();
    try (var reader =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("data: ")) {
          events.add(line);
          listener.accept(line);
        }
      }
    }
    if (events.stream().noneMatch(event -> event.contains("\"finish_reason\":\"stop\""))) {
      throw new IOException("the response ended before it was whole");
    }
    return events;
  }
}
