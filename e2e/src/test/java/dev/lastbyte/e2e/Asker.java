// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;

/**
 * A client that asks one question after the other until the gateway is gone; on one connection as
 * long as it lasts.
 */
final class Asker implements Callable<List<Asker.Asked>> {

  private static final String LAST_CHUNK = "0\r\n\r\n";

  private final InetSocketAddress gateway;
  private final String name;
  private final List<String> scenarios;
  private final Random random;
  private final List<Asked> asked = new ArrayList<>();

  /**
   * @param name what its questions' names begin with
   * @param scenarios what it asks for, drawn at random
   */
  Asker(InetSocketAddress gateway, String name, List<String> scenarios, long seed) {
    this.gateway = gateway;
    this.name = name;
    this.scenarios = scenarios;
    this.random = new Random(seed);
  }

  /**
   * What it asked, and what came of it.
   *
   * @param whole whether it has read the response to the end of the message
   */
  record Asked(Question question, boolean whole) {}

  @Override
  public List<Asked> call() {
    try {
      while (true) {
        try (Socket socket = Agent.connect(gateway)) {
          askOn(socket);
        }
      }
    } catch (IOException gatewayGone) {
      return asked;
    }
  }

  private void askOn(Socket socket) {
    boolean whole = true;
    while (whole) {
      String scenario = scenarios.get(random.nextInt(scenarios.size()));
      var question = new Question(scenario, name + "-" + asked.size());
      whole = isAnsweredWhole(socket, question);
      asked.add(new Asked(question, whole));
    }
  }

  /** Asks, and reads to the end of the message: false if that does not come. */
  static boolean isAnsweredWhole(Socket socket, Question question) {
    try {
      socket.getOutputStream().write(question.request());
      return isWhole(socket.getInputStream());
    } catch (IOException cut) {
      return false;
    }
  }

  /** Reads a response to the end of the message: false if the connection ends before. */
  static boolean isWhole(InputStream in) throws IOException {
    var answer = new StringBuilder();
    byte[] bytes = new byte[8192];
    while (!answer.toString().endsWith(LAST_CHUNK)) {
      int read = in.read(bytes);
      if (read < 0) {
        return false;
      }
      answer.append(new String(bytes, 0, read, StandardCharsets.ISO_8859_1));
    }
    return true;
  }
}
