// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.OkHttp;

/** Every client and every case that it can meet. */
final class ClientTable {

  private static final int AT_ONCE = 4;
  private static final Set<Framing> HTTP_1 =
      EnumSet.of(Framing.CHUNKED, Framing.LENGTH, Framing.CLOSE_DELIMITED, Framing.TLS);
  private static final Set<Framing> HTTP = EnumSet.complementOf(EnumSet.of(Framing.WEBSOCKET));

  private ClientTable() {}

  /** How a client meets one case. */
  private interface Meets {
    Meeting.Outcome meet(ClientCase met) throws Exception;
  }

  /** What each client said, by its name and version. */
  static Map<String, List<Meeting.Outcome>> measure() throws Exception {
    Json packages = Json.parse(Files.readString(Path.of("src", "test", "node", "package.json")));
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      var asked = new LinkedHashMap<String, List<Future<List<Meeting.Outcome>>>>();
      asked.put("curl", each(threads, HTTP, Curl::meet));
      asked.put("fetch of Node", atOnce(threads, NodeClient.FETCH));
      asked.put("openai " + packages.at("dependencies.openai"), atOnce(threads, NodeClient.OPENAI));
      asked.put(
          "@anthropic-ai/sdk " + packages.at("dependencies.@anthropic-ai/sdk"),
          atOnce(threads, NodeClient.ANTHROPIC));
      asked.put("OkHttp " + OkHttp.VERSION, each(threads, HTTP, JavaClient.OKHTTP::meet));
      asked.put("JDK HttpClient", each(threads, HTTP, JavaClient.JDK::meet));
      asked.put("HttpURLConnection", each(threads, HTTP_1, JavaClient.URL_CONNECTION::meet));
      return answers(asked);
    }
  }

  private static List<Future<List<Meeting.Outcome>>> each(
      ExecutorService threads, Set<Framing> framings, Meets client) {
    List<Future<List<Meeting.Outcome>>> answers = new ArrayList<>();
    for (ClientCase met : ClientCase.of(Dialect.OPENAI_CHAT, framings)) {
      answers.add(threads.submit(() -> List.of(client.meet(met))));
    }
    return answers;
  }

  private static List<Future<List<Meeting.Outcome>>> atOnce(
      ExecutorService threads, NodeClient client) {
    Callable<List<Meeting.Outcome>> all =
        () -> client.meet(ClientCase.of(client.dialect(), HTTP_1));
    return List.of(threads.submit(all));
  }

  private static Map<String, List<Meeting.Outcome>> answers(
      Map<String, List<Future<List<Meeting.Outcome>>>> asked) throws Exception {
    var said = new LinkedHashMap<String, List<Meeting.Outcome>>();
    for (var client : asked.entrySet()) {
      List<Meeting.Outcome> outcomes = new ArrayList<>();
      for (Future<List<Meeting.Outcome>> answer : client.getValue()) {
        outcomes.addAll(answer.get());
      }
      said.put(client.getKey(), outcomes);
    }
    return said;
  }
}
