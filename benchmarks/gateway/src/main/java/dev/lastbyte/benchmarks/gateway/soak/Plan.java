// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway.soak;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.Vantage;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.EndAction;
import dev.lastbyte.harness.script.Script;
import dev.lastbyte.harness.script.Step;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A scenario of the harness as writes, one a beat: chunked, with one piece of text or reasoning
 * that can be said again and again, so that a stream lasts without meaning anything else.
 *
 * @param repeatable the place of that piece among the writes, or -1 if there is none
 * @param verb how it ends after the last write
 * @param code what a perfect diagnosis says of it at a gateway
 */
record Plan(
    String scenario,
    Dialect dialect,
    List<byte[]> writes,
    int repeatable,
    EndAction verb,
    String code) {

  private static final Set<String> REPEATABLE = Set.of("text", "reasoning");
  private static final byte[] LAST_CHUNK = ascii("0\r\n\r\n");

  static Plan of(Scenario scenario, Dialect dialect) {
    Script script = scenario.script(dialect, Framing.CHUNKED);
    List<byte[]> writes = new ArrayList<>();
    int repeatable = -1;
    for (Step step : script.steps()) {
      if (repeatable < 0 && step instanceof Step.Event e && REPEATABLE.contains(e.kind())) {
        repeatable = writes.size();
      }
      if (step instanceof Step.Write write) {
        writes.add(bytes(write));
      }
    }
    if (script.endAction() instanceof EndAction.EndOfMessage) {
      writes.add(LAST_CHUNK);
    }
    String code = scenario.key(dialect, Framing.CHUNKED, Vantage.GATEWAY).code();
    return new Plan(scenario.name(), dialect, writes, repeatable, script.endAction(), code);
  }

  /** How many writes it has, with its piece said so many times more. */
  int length(int more) {
    return writes.size() + (repeatable < 0 ? 0 : more);
  }

  /** The write at that place, with its piece said so many times more. */
  ByteBuffer write(int place, int more) {
    boolean before = repeatable < 0 || place <= repeatable;
    return ByteBuffer.wrap(writes.get(before ? place : Math.max(repeatable, place - more)));
  }

  /** How many bytes that are in all. */
  long bytes(int more) {
    long once = writes.stream().mapToLong(write -> write.length).sum();
    return repeatable < 0 ? once : once + (long) more * writes.get(repeatable).length;
  }

  private static byte[] bytes(Step.Write write) {
    return switch (write) {
      case Step.Interim interim -> throw new IllegalArgumentException("unexpected: " + interim);
      case Step.Head head -> head(head);
      case Step.Content content -> chunk(content.payload());
      case Step.Raw raw -> raw.bytes().toArray();
    };
  }

  private static byte[] head(Step.Head head) {
    var text = new StringBuilder("HTTP/1.1 " + head.status() + " " + head.reason() + "\r\n");
    head.fields()
        .forEach(
            field -> text.append(field.name()).append(": ").append(field.value()).append("\r\n"));
    return ascii(text + "transfer-encoding: chunked\r\n\r\n");
  }

  private static byte[] chunk(Bytes payload) {
    Bytes size = Bytes.of(Integer.toHexString(payload.size()) + "\r\n");
    return Bytes.joined(List.of(size, payload, Bytes.of("\r\n"))).toArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
