// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lastbyte.harness.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The published schema takes what the reader takes, and the manual's examples hold. */
class PublishedSchemaTest {
  private static final Path SCHEMA = Path.of("../docs/schema/harness-scenario-v1.schema.json");
  private static final Path MANUAL = Path.of("../docs/harness.md");

  static List<String> examples() throws IOException {
    return Pattern.compile("(?s)```yaml\n(.*?)```")
        .matcher(Files.readString(MANUAL))
        .results()
        .map((MatchResult result) -> result.group(1))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleOfTheManual_isTaken(String yaml) throws IOException {
    assertThat(ScenarioFiles.read("manual", yaml).problems()).isEmpty();
    assertThat(fits(yaml)).isTrue();
  }

  /** Each is one step or end, in the least scenario that can hold it. */
  static Stream<String> words() {
    Stream<String> steps =
        Stream.of(
            "opening",
            "reasoning",
            "text: one piece",
            "text: [a, b]",
            "text: {events: 3, bytes: 900, over: 1s}",
            "tool_proof",
            "closing",
            "finish",
            "finish: length",
            "error: overloaded",
            "heartbeat: 3",
            "event: \"data: {}\\n\\n\"",
            "event: {kind: text, data: {hex: 0a}}",
            "body: plain",
            "raw: {hex: \"0d 0a\"}",
            "pause: 10ms",
            "gate: cut",
            "gate: {name: cut, limit: 2s}",
            "acknowledged");
    Stream<String> ends =
        Stream.of(
            "end_of_message",
            "fin",
            "rst",
            "half_close",
            "half_open",
            "tls_close_without_notify",
            "stall",
            "heartbeats",
            "{drip: 20ms}",
            "{reset_stream: cancel}",
            "{goaway: {code: no_error, last_stream: 0}}",
            "{websocket_close: 1011}");
    return Stream.concat(
        steps.map(step -> scenario("  - " + step, "fin")),
        ends.map(end -> scenario("  - opening", end)));
  }

  @ParameterizedTest
  @MethodSource("words")
  void everyWord_isTakenByBoth(String yaml) throws IOException {
    assertThat(ScenarioFiles.read("word", yaml).problems()).isEmpty();
    assertThat(fits(yaml)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: a b\nend: fin\n",
        "name: a\n",
        "name: a\nend: gone\n",
        "name: a\nend: {websocket_close: 99}\n",
        "name: a\nend: fin\nmore: 1\n",
        "name: a\nend: fin\ndialects: [latin]\n",
        "name: a\nend: fin\nframings: smoke\n",
        "name: a\nend: fin\nsteps: text\n",
        "name: a\nend: fin\nsteps: [head: 99]\n",
        "name: a\nend: fin\nsteps: [head: 200, pause: soon]\n",
        "name: a\nend: fin\nsteps: [head: 200, text: {events: 0, bytes: 1}]\n",
        "name: a\nend: fin\nsteps: [head: 200, raw]\n",
        "name: a\nend: fin\nkey: {cuase: b}\n"
      })
  void invalidScenarios_areRejectedByReaderAndSchema(String yaml) throws IOException {
    assertThat(ScenarioFiles.read("wrong", yaml).problems()).isNotEmpty();
    assertThat(fits(yaml)).isFalse();
  }

  @Test
  void theWordsOfTheSchema_areThoseOfTheReader() throws IOException {
    Map<?, ?> schema = (Map<?, ?>) load(Files.readString(SCHEMA));
    Map<?, ?> definitions = (Map<?, ?>) in(schema, "$defs");

    assertThat(words(definitions, "dialect")).isEqualTo(meanings(Vocabulary.DIALECTS));
    assertThat(words(definitions, "framing")).isEqualTo(meanings(Vocabulary.FRAMINGS));
    assertThat(words(definitions, "finish")).isEqualTo(meanings(Vocabulary.FINISHES));
    assertThat(words(definitions, "error")).isEqualTo(meanings(Vocabulary.TROUBLES));
    assertThat(words(definitions, "code")).isEqualTo(meanings(Vocabulary.CODES));
    assertThat(words(definitions, "kind")).isEqualTo(StepReader.KINDS);
    String text = Files.readString(SCHEMA);
    assertThat(StepReader.STEPS).allSatisfy(step -> assertThat(text).contains(Json.quote(step)));
    assertThat(EndReader.VERBS)
        .allSatisfy(endAction -> assertThat(text).contains(Json.quote(endAction)));
    assertThat(KeyReader.PARTS).allSatisfy(part -> assertThat(text).contains(Json.quote(part)));
    assertThat(ScenarioReader.FIELDS).allSatisfy(it -> assertThat(text).contains(Json.quote(it)));
  }

  private static String scenario(String step, String end) {
    return "name: a\nsteps:\n  - head: 200\n%s\nend: %s\n".formatted(step, end);
  }

  private static boolean fits(String yaml) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA));
    var load = new Load(LoadSettings.builder().build());
    for (Object document : load.loadAllFromString(yaml)) {
      if (!schema.validate(json(document), InputFormat.JSON).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static Object load(String yaml) {
    return new Load(LoadSettings.builder().build()).loadFromString(yaml);
  }

  private static Object in(Map<?, ?> map, String name) {
    return java.util.Objects.requireNonNull(map.get(name));
  }

  private static Object words(Map<?, ?> definitions, String name) {
    return in((Map<?, ?>) in(definitions, name), "enum");
  }

  private static List<String> meanings(Vocabulary<?> words) {
    return List.copyOf(words.meanings().keySet());
  }

  private static String json(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry ->
                  Json.quote(String.valueOf(entry.getKey())) + ":" + json(entry.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case List<?> list ->
          list.stream().map(PublishedSchemaTest::json).collect(Collectors.joining(",", "[", "]"));
      case String text -> Json.quote(text);
      default -> String.valueOf(value);
    };
  }
}
