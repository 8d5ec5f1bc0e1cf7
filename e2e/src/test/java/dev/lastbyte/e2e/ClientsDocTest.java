// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What the clients say today is on the page in the repository. With {@code -Dclients.write} the
 * test writes it instead.
 */
class ClientsDocTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "clients.md");
  private static final String COMMAND =
      "./build test -pl e2e -am -Dtest=ClientsDocTest -Dclients.write"
          + " -Dsurefire.failIfNoSpecifiedTests=false";

  /** Some clients do not always say the same of a reset. */
  private static final int ROUNDS = 3;

  @Test
  @Timeout(value = 600, unit = TimeUnit.SECONDS)
  void docsClients_isFresh() throws Exception {
    boolean writing = System.getProperty("clients.write") != null;
    // other versions say other things: the page speaks of those that it names
    assumeThat(writing ? versions() : Files.readString(DOCUMENT)).contains(versions());

    Map<String, List<Meeting.Outcome>> table = ClientTable.measure();
    if (writing) {
      for (int round = 1; round < ROUNDS; round++) {
        ClientTable.measure().forEach((client, outcomes) -> table.get(client).addAll(outcomes));
      }
      Files.writeString(DOCUMENT, ClientsMarkdown.write(versions(), table));
    }

    ClientsPage page = ClientsPage.read(DOCUMENT);
    table.forEach((client, outcomes) ->
        assertThat(outcomes)
            .filteredOn(outcome -> !page.tells(client, outcome))
            .as("%s says what is not in docs/clients.md; write it anew: %s", client, COMMAND)
            .isEmpty());
  }

  private static String versions() throws InterruptedException {
    try {
      return "Written with curl %s, Node %s, JDK %d, on %s."
          .formatted(
              Curl.version(),
              Program.start(Path.of("."), List.of("node", "--version")).end().out().getFirst(),
              Runtime.version().feature(),
              System.getProperty("os.name"));
    } catch (IOException missing) {
      return "one of the clients is not on this machine: " + missing.getMessage();
    }
  }
}
