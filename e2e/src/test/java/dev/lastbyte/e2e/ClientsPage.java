// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The page as it stands in the repository, by the names of its sections. */
record ClientsPage(Map<String, String> sections) {

  private static final String SECTION = "## ";

  /** What Node says of a FIN, and on a busy machine now and then of a reset. */
  private static final String OTHER_SIDE_CLOSED =
      "TypeError: terminated ← SocketError UND_ERR_SOCKET: other side closed";

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
    if (outcome.said().equals(OTHER_SIDE_CLOSED) && outcome.verb().equals("rst")) {
      return true;
    }
    String cause = "`" + outcome.cause() + "` by";
    String framing = outcome.met().framing().token();
    return sections
        .getOrDefault(client, "")
        .lines()
        .filter(row -> row.startsWith(ClientsMarkdown.start(outcome.said())))
        .anyMatch(
            row -> row.contains(cause) && row.contains(outcome.verb()) && row.contains(framing));
  }
}
