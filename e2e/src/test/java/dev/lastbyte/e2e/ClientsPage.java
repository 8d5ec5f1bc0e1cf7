// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page as it stands in the repository, by the names of its sections. */
record ClientsPage(Map<String, String> sections) {

  private static final String SECTION = "## ";

  /** What Node says of a FIN, and on a busy machine now and then of a reset. */
  private static final String OTHER_SIDE_CLOSED =
      "TypeError: terminated ← SocketError UND_ERR_SOCKET: other side closed";

  /** How the texts of the JDK's client for a reset end. */
  private static final List<String> JDK_RESETS =
      List.of(" ← SocketException: Connection reset", " ← IOException: Connection reset by peer");

  private static final Pattern SAID_TWICE = Pattern.compile("^(IOException: [^←]+) ← \\1 ← ");

  static ClientsPage read(Path page) throws IOException {
    return new ClientsPage(
        Arrays.stream(Files.readString(page).split("(?m)^" + SECTION))
            .collect(
                Collectors.toMap(
                    section -> section.lines().findFirst().orElse(""), section -> section)));
  }

  /**
   * Whether a row of the client has these words for that cause, verb and framing. The place of the
   * cut may be another one: which of two texts a client has for a reset can be a matter of luck.
   */
  boolean tells(String client, Meeting.Outcome outcome) {
    return tells(client, outcome, outcome.said())
        || tells(client, outcome, asOfABody(outcome.said()));
  }

  /**
   * The JDK's client says "closed" and why where the end met the body, and says why twice where it
   * came together with the head: which of the two is a matter of luck for the shortest bodies.
   */
  private static String asOfABody(String said) {
    return SAID_TWICE.matcher(said).replaceFirst("IOException: closed ← $1 ← ");
  }

  /**
   * On a busy machine a reset can overtake what came before it: then it is told of another place.
   */
  private static boolean isLuck(String said) {
    return said.equals(OTHER_SIDE_CLOSED) || JDK_RESETS.stream().anyMatch(said::endsWith);
  }

  private boolean tells(String client, Meeting.Outcome outcome, String said) {
    if (outcome.verb().equals("rst") && isLuck(said)) {
      return true;
    }
    String cause = "`" + outcome.cause() + "` by";
    String framing = outcome.met().framing().token();
    return sections
        .getOrDefault(client, "")
        .lines()
        .filter(row -> row.startsWith(ClientsMarkdown.start(said)))
        .anyMatch(
            row -> row.contains(cause) && row.contains(outcome.verb()) && row.contains(framing));
  }
}
