// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.LocalEvent.AbortRequested;
import dev.lastbyte.core.log.RunLog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who may speak for a run: programs with its key. */
@Timeout(300)
class RunKeyTest {

  private static final Pattern HANDED_OUT = Pattern.compile("\r\nx-lastbyte-run-key: (\\S+)\r\n");
  private static final String WHOLE_CALL =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
          + chunk(
              """
              data: {"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"call_1",\
              "type":"function","function":{"name":"rm","arguments":"{}"}}]}}]}

              data: {"choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]}

              """);
  private static final String READ_ONLY =
      "{\"type\":\"tool_started\",\"call\":\"call_1\",\"effect\":\"read_only\"}";
  private static final String REFUSED =
      "{\"type\":\"tool_ended\",\"call\":\"call_1\",\"outcome\":\"invalid_arguments\"}";
  private static final String STARTED =
      "{\"type\":\"tool_started\",\"call\":\"call_1\",\"effect\":\"process\"}";
  private static final String ABORTED = "{\"type\":\"abort_requested\",\"source\":\"user\"}";

  @TempDir private Path dir;

  private final AtomicReference<String> asked = new AtomicReference<>("");

  private static String chunk(String text) {
    return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
  }

  private RawProvider provider() throws Exception {
    RawProvider.Script script =
        peer -> {
          asked.set(peer.readMessage());
          peer.send(WHOLE_CALL).readToEnd();
        };
    return RawProvider.playing(script, script);
  }

  private static String request(String headers) {
    return "POST /up/v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nx-lastbyte-run: turn\r\n"
        + headers
        + "Content-Length: 2\r\n\r\n{}";
  }

  private static String post(TestBed bed, String headers, String event) throws Exception {
    try (var agent = bed.client()) {
      return agent
          .send(
              "POST /_lastbyte/runs/turn/events HTTP/1.1\r\nHost: localhost\r\n"
                  + headers
                  + "Content-Length: "
                  + event.length()
                  + "\r\n\r\n"
                  + event)
          .readToEnd()
          .text();
    }
  }

  private static String keyIn(String head) {
    Matcher key = HANDED_OUT.matcher(head);
    assertThat(key.find()).as(head).isTrue();
    return key.group(1);
  }

  private static String header(String key) {
    return "x-lastbyte-run-key: " + key + "\r\n";
  }

  @Test
  void withoutTheKey_onlyCautionIsTaken_andTheRefusalSaysHowTo() throws Exception {
    try (var provider = provider();
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      client.send(request("")).readUntil("finish_reason");

      for (String event : new String[] {READ_ONLY, REFUSED, ABORTED, "{\"type\":\"run_ended\"}"}) {
        assertThat(post(bed, "", event))
            .startsWith("HTTP/1.1 401 Unauthorized\r\n")
            .contains("run_key_needed", "x-lastbyte-run-key", "www-authenticate");
        assertThat(post(bed, header("a-key-that-was-guessed"), event)).startsWith("HTTP/1.1 401 ");
      }
      assertThat(post(bed, "", STARTED)).startsWith("HTTP/1.1 204 ");
      client.disconnect();
      assertThat(TestBed.eventNames(bed.nextRun()))
          .contains("ToolStarted")
          .doesNotContain("ToolEnded", "AbortRequested");
    }
  }

  @Test
  void keyThatWasHandedOut_speaksForTheRun_butNotAgainstAWholeCall() throws Exception {
    try (var provider = provider();
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      String key = keyIn(client.send(request("")).readHead());
      client.readUntil("finish_reason");

      assertThat(post(bed, header(key), REFUSED)).startsWith("HTTP/1.1 409 ");
      assertThat(post(bed, header(key), ABORTED)).startsWith("HTTP/1.1 204 ");
      client.disconnect();
      RunLog run = bed.nextRun();
      assertThat(TestBed.eventNames(run)).contains("AbortRequested").doesNotContain("ToolEnded");
      assertThat(post(bed, header(key), REFUSED)).startsWith("HTTP/1.1 409 ");
    }
  }

  @Test
  void twoClientsOfOneName_landOnTheirOwnRuns() throws Exception {
    try (var provider = provider();
        var bed = TestBed.forProvider(dir, provider);
        var first = bed.client();
        var second = bed.client()) {

      first.send(request(header("key-of-the-first-one"))).readHead();
      first.disconnect();
      RunLog earlier = bed.nextRun();
      second.send(request(header("key-of-the-other-one"))).readHead();

      assertThat(post(bed, header("key-of-the-first-one"), ABORTED)).startsWith("HTTP/1.1 204 ");
      assertThat(post(bed, "", STARTED)).startsWith("HTTP/1.1 401 ");
      second.disconnect();
      assertThat(TestBed.eventNames(bed.nextRun())).doesNotContain("AbortRequested");
      assertThat(ChatFixture.stored(bed, earlier).events())
          .anyMatch(AbortRequested.class::isInstance);
    }
  }

  @Test
  void key_isNeitherStored_norShownToTheProvider_norToAPageOfABrowser() throws Exception {
    String own = "a-key-of-the-client-itself";
    try (var provider = provider();
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client();
        var page = bed.client()) {

      String head = client.send(request(header(own))).readHead();
      client.disconnect();
      RunLog run = bed.nextRun();
      String paged = page.send(request("Sec-Fetch-Site: same-origin\r\n")).readHead();

      assertThat(head + paged).doesNotContain("x-lastbyte-run-key");
      assertThat(asked.get()).doesNotContain("x-lastbyte", own);
      assertThat(run.toString()).doesNotContain(own);
    }
    try (Stream<Path> files = Files.walk(dir)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .doesNotContain(own, "lbrk_");
      }
    }
  }

  @Test
  void keyIsHandedOut_behindAnInterimResponse() throws Exception {
    try (var provider =
            RawProvider.playing(peer -> {
              peer.readMessage();
              peer.send(
                      "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n")
                  .readToEnd();
            });
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      assertThat(client.send(request("")).readHead()).doesNotContain("x-lastbyte-run-key");
      assertThat(keyIn(client.readHead())).startsWith("lbrk_");
    }
  }
}
