// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.Vantage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A request as a client sent it, reduced to its shape; see {@code requests/README.md}.
 *
 * @param client who sent it, and its number among that client's
 * @param path where it was sent
 * @param facts what is to be known of it
 * @param keys the keys of the body with their values, each as it stands in JSON
 */
record CapturedRequest(String client, String path, String facts, List<String> keys) {

  private static final Pattern TOKEN =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"\\s*:|\"(?:[^\"\\\\]|\\\\.)*\"|[{}\\[\\]]");
  private static final Stamp AT = new Stamp(0, Stamp.WHOLE_RUN, Vantage.GATEWAY_DOWN);

  /** Agents, and SDKs alone and below frameworks; of each the requests of a whole exchange. */
  static final List<String> CLIENTS =
      List.of(
          "codex",
          "codex-default-model",
          "claude-code",
          "opencode-chat",
          "opencode-responses",
          "opencode-messages",
          "gemini-cli",
          "openai-node-chat",
          "openai-node-responses",
          "openai-node-responses-server",
          "openai-python-chat",
          "openai-python-responses",
          "anthropic-node",
          "anthropic-node-beta",
          "anthropic-python",
          "google-genai-node",
          "google-genai-python",
          "bedrock-node",
          "boto3",
          "ollama-node",
          "ai-sdk-openai",
          "ai-sdk-anthropic",
          "ai-sdk-google",
          "langchain-openai",
          "langchain-anthropic");

  static Stream<CapturedRequest> all() {
    return CLIENTS.stream().flatMap(CapturedRequest::of);
  }

  private static Stream<CapturedRequest> of(String client) {
    String[] requests = read(client).split("\n\n(?=POST )", -1);
    return IntStream.range(0, requests.length)
        .mapToObj(i -> parsed(client + " " + (i + 1), requests[i].lines().toList()));
  }

  /** Each key of the body has a line of its own. */
  private static CapturedRequest parsed(String name, List<String> lines) {
    List<String> keys =
        lines.stream()
            .filter(line -> line.startsWith(" \""))
            .map(line -> line.strip().replaceFirst(",$", ""))
            .toList();
    return new CapturedRequest(
        name,
        lines.get(0).substring("POST ".length()),
        lines.get(1).substring("# ".length()),
        keys);
  }

  private static String read(String client) {
    String file = "requests/" + client + ".http";
    try (InputStream in =
        Objects.requireNonNull(CapturedRequest.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  String body() {
    return "{" + String.join(",", keys) + "}";
  }

  /** The JSON of a key; empty if the request has no such key. */
  String valueOf(String key) {
    String start = "\"" + key + "\": ";
    return keys.stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .findFirst()
        .orElse("");
  }

  CapturedRequest without(String key) {
    return new CapturedRequest(
        client,
        path,
        facts,
        keys.stream().filter(line -> !line.startsWith("\"" + key + "\":")).toList());
  }

  /** Where the first key of each object that has one stands in the body, with the object's path. */
  Map<Integer, String> objects() {
    var objects = new LinkedHashMap<Integer, String>();
    var paths = new ArrayDeque<String>();
    String body = body();
    String next = "";
    for (Matcher token = TOKEN.matcher(body); token.find(); ) {
      String text = token.group();
      switch (text.charAt(text.length() - 1)) {
        case '{', '[' -> {
          paths.push(text.equals("[") ? next + "[]" : next);
          next = paths.element();
          objects.put(token.end(), next);
        }
        case ':' -> next = (paths.element() + "." + token.group(1)).replaceFirst("^\\.", "");
        case '}', ']' -> {
          paths.pop();
          next = paths.isEmpty() ? "" : paths.element();
        }
        default -> {}
      }
    }
    objects.keySet().removeIf(at -> body.charAt(at) != '"' || body.charAt(at - 1) != '{');
    return objects;
  }

  RequestDescribed described() {
    return described(path, body());
  }

  static RequestDescribed described(String path, String body) {
    var tap = new RequestTap();
    byte[] json = body.getBytes(UTF_8);
    byte[] head =
        "POST %s HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n"
            .formatted(path, json.length)
            .getBytes(UTF_8);
    tap.feed(head, 0, head.length);
    tap.feed(json, 0, json.length);
    return tap.describe(AT);
  }

  @Override
  public String toString() {
    return client;
  }
}
