// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import dev.lastbyte.harness.Framing;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The page that says what each client says. */
final class ClientsMarkdown {

  private static final String HEAD =
      """
      <!-- SPDX-FileCopyrightText: 2026 The Lastbyte authors -->
      <!-- SPDX-License-Identifier: Apache-2.0 -->
      # What clients say

      The same broken streams, told by the clients that applications are made of. Every row was measured on
      loopback against the harness: on the left what the client says, next to it what really happened. This
      page is written by `ClientsDocTest`, which also checks that the clients of today say nothing else.

      - *The client says*: the exception and its causes, with their messages; numbers are `N`, addresses
        `ADDRESS`. Of curl it is the exit code alone, since its texts differ between versions.
      - *What happened*: the cause in the [taxonomy](taxonomy.md)'s words, and by what verb the server did it.
      - *Can the client tell?*: whether this text stands for one cause only. Where it does not, nobody can
        know the cause from the client's text: that is what a recorder below the client is for.

      Clients are as they come; only the SDKs' own retries are off. Each reads a stream to its end. `no error`
      is what an application takes for a whole response; `no end` is a client that was still waiting when the
      server had long ended. `wait.empty_reply` with `no error` is a request that was sent again, unseen.
      On a busy machine Node now and then says `other side closed` of a reset, too, and the JDK's client
      tells of a reset as of an earlier place.
      """;

  private ClientsMarkdown() {}

  /** The page, with that line of versions in it. */
  static String write(String versions, Map<String, List<Meeting.Outcome>> table) {
    var page = new StringBuilder(HEAD).append('\n').append(versions).append("\n\n");
    page.append(resent(table));
    table.forEach((client, outcomes) -> page.append(section(client, outcomes)));
    return page.toString();
  }

  private static String section(String client, List<Meeting.Outcome> outcomes) {
    Map<String, List<Meeting.Outcome>> bySaid =
        outcomes.stream()
            .collect(
                Collectors.groupingBy(
                    Meeting.Outcome::said, LinkedHashMap::new, Collectors.toList()));
    var rows = new StringBuilder();
    bySaid.forEach((said, all) -> rows.append(row(said, all)));
    return """

    ## %s

    | the client says | what happened | can the client tell? | met in |
    |---|---|---|---|
    %s\
    """
        .formatted(client, rows);
  }

  /** How a row begins that tells of these words. */
  static String start(String said) {
    return "| `%s` |".formatted(said);
  }

  private static String row(String said, List<Meeting.Outcome> all) {
    Map<String, TreeSet<String>> verbsByCause =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    Meeting.Outcome::cause,
                    TreeMap::new,
                    Collectors.mapping(
                        Meeting.Outcome::verb, Collectors.toCollection(TreeSet::new))));
    String happened =
        verbsByCause.entrySet().stream()
            .map(cause -> "`%s` by %s".formatted(cause.getKey(), list(cause.getValue())))
            .collect(Collectors.joining("; "));
    String tells = verbsByCause.size() == 1 ? "yes" : "**no**";
    return "%s %s | %s | %s |%n".formatted(start(said), happened, tells, metIn(all));
  }

  /** Scenarios by framing; framings with the same scenarios stand together. */
  private static String metIn(List<Meeting.Outcome> all) {
    Map<Framing, String> scenarios =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.met().framing(),
                    TreeMap::new,
                    Collectors.collectingAndThen(
                        Collectors.mapping(
                            each -> each.met().scenario().name(),
                            Collectors.toCollection(LinkedHashSet::new)),
                        ClientsMarkdown::list)));
    Map<String, List<String>> framings =
        scenarios.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    LinkedHashMap::new,
                    Collectors.mapping(each -> each.getKey().token(), Collectors.toList())));
    return framings.entrySet().stream()
        .map(each -> "%s: %s".formatted(list(each.getValue()), each.getKey()))
        .collect(Collectors.joining("; "));
  }

  private static String resent(Map<String, List<Meeting.Outcome>> table) {
    var rows = new StringBuilder();
    table.forEach((client, outcomes) ->
        outcomes.stream()
            .filter(each -> each.resent() > 0)
            .map(each -> "| %s | %s | %d |%n".formatted(client, each.met(), each.resent()))
            .distinct()
            .forEach(rows::append));
    return """
    ## Sent again, and nobody asked

    The server's ledger counted more requests than the application had made, and no retry was configured.
    A request that nobody saw is billed all the same.

    | client | scenario | requests too many |
    |---|---|---|
    %s\
    """
        .formatted(rows);
  }

  private static String list(Iterable<String> names) {
    return String.join(", ", names);
  }
}
