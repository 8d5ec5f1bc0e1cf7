// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request for a scenario, by a name that passes through the gateway.
 *
 * @param scenario what is to be played
 * @param name unique, made of letters, digits and dashes
 */
record Question(String scenario, String name) {

  private static final String NAME_HEADER = "x-asker: ";
  private static final Pattern HEAD =
      Pattern.compile("POST /(?<scenario>[^/]+)/.*?\r\nx-asker: (?<name>\\S+)\r\n", Pattern.DOTALL);
  private static final Pattern LENGTH = Pattern.compile("\r\nContent-Length: (\\d+)\r\n");

  /** As a client sends it to the gateway, whose upstream is called {@code up}. */
  byte[] request() {
    // each question is another one, or they would be told as retries
    String body = Agent.BODY.replace("Which word?", "Which word, " + name + "?");
    String head =
        """
        POST /up/%s/v1/messages HTTP/1.1
        Host: 127.0.0.1
        Content-Type: application/json
        Content-Length: %d
        x-lastbyte-run: %s
        %s%s

        """
            .formatted(scenario, body.length(), name, NAME_HEADER, name);
    return (head.replace("\n", "\r\n") + body).getBytes(StandardCharsets.US_ASCII);
  }

  /** Reads one as the provider gets it; null where the connection ends before. */
  static @Nullable Question read(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return null;
      }
      head.append((char) next);
    }
    Matcher asked = HEAD.matcher(head);
    Matcher length = LENGTH.matcher(head);
    if (!asked.find() || !length.find()) {
      throw new IOException("not a question of ours: " + head);
    }
    int bodyBytes = Integer.parseInt(length.group(1));
    return in.readNBytes(bodyBytes).length < bodyBytes
        ? null
        : new Question(asked.group("scenario"), asked.group("name"));
  }
}
