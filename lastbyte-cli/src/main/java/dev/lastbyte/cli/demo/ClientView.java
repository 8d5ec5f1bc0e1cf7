// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.demo;

import dev.lastbyte.harness.Canary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an application sees of one exchange: less than its gateway, as the table shows. */
public final class ClientView {

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
  private static final Pattern CHUNKED = Pattern.compile("(?i)\r\ntransfer-encoding: *chunked");
  private static final String LAST_CHUNK = "\r\n0\r\n\r\n";

  /** How the three dialects spell a piece of a tool call. */
  private static final List<String> TOOL_CALL =
      List.of("\"tool_calls\":[", "function_call_arguments", "input_json_delta");

  private final StringBuilder received = new StringBuilder();
  private long contentAtNanos = System.nanoTime();
  private int contents;
  private String end = "";

  void add(String text) {
    received.append(text);
    int now = count("data:") - count("event: ping");
    if (now > contents) {
      contents = now;
      contentAtNanos = System.nanoTime();
    }
  }

  void closed() {
    end = "connection closed";
  }

  void reset() {
    end = "connection reset";
  }

  void timedOut() {
    end = hasContent() ? "own idle timer" : "own first-content timer";
  }

  boolean isClosed() {
    return !end.isEmpty();
  }

  boolean hasContent() {
    return contents > 0;
  }

  /** How long ago content last came, or the request was sent. Heartbeats are no content. */
  Duration silence() {
    return Duration.ofNanos(System.nanoTime() - contentAtNanos);
  }

  /** Whether the message is whole by its own framing (RFC 9112 §6.3). */
  boolean isWhole() {
    int headEnd = received.indexOf("\r\n\r\n");
    if (headEnd < 0) {
      return false;
    }
    String head = received.substring(0, headEnd);
    Matcher length = LENGTH.matcher(head);
    if (length.find()) {
      return received.length() - headEnd - 4 >= Integer.parseInt(length.group(1));
    }
    return CHUNKED.matcher(head).find() && received.toString().endsWith(LAST_CHUNK);
  }

  /** In a few words. */
  String summary() {
    Matcher status = STATUS.matcher(received);
    if (!status.lookingAt()) {
      return "no response, " + end;
    }
    if (!status.group(1).equals("200")) {
      return "HTTP " + status.group(1);
    }
    String seen = String.join(" and ", kinds());
    return (seen.isEmpty() ? "status 200" : seen) + ", " + (isClosed() ? end : "end of message");
  }

  private List<String> kinds() {
    List<String> kinds = new ArrayList<>(3);
    if (has(Canary.REASONING)) {
      kinds.add("reasoning");
    }
    if (has(Canary.ANSWER)) {
      kinds.add("text");
    }
    if (TOOL_CALL.stream().anyMatch(this::has)) {
      kinds.add("tool call");
    }
    if (Stream.of("\"error\":", "response.failed").anyMatch(this::hasFailure)) {
      kinds.add("error event");
    }
    return kinds;
  }

  /** Every object of Responses has an {@code error} field; it is null unless it failed. */
  private boolean hasFailure(String result) {
    int at = received.indexOf(result);
    return at >= 0 && !received.substring(at + result.length()).startsWith("null");
  }

  private boolean has(String result) {
    return received.indexOf(result) >= 0;
  }

  private int count(String result) {
    int found = 0;
    for (int at = received.indexOf(result); at >= 0; at = received.indexOf(result, at + 1)) {
      found++;
    }
    return found;
  }
}
