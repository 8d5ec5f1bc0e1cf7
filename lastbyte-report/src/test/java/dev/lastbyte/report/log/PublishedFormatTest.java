// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.report.RunReport;
import dev.lastbyte.report.log.shape.RecordShape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema and description say what the codec does, and their examples hold. */
@Timeout(300)
class PublishedFormatTest {

  private static final Path SCHEMA = Path.of("../docs/schema/run-log-v2.schema.json");
  private static final Path MANUAL = Path.of("../docs/events.md");
  private static final String BEGIN = "<!-- generated from the events -->\n";
  private static final String END = "<!-- end of what is generated -->\n";
  private static final String STALE =
      "stale: write it anew with ./build -pl lastbyte-report -am verify -Dlastbyte.write-docs=true";

  private static final Schema LINE =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(RunLogSchema.text());

  private static List<Error> faults(String line) {
    return LINE.validate(line, InputFormat.JSON);
  }

  @Test
  void theCheckedInSchema_isTheOneOfTheCodec() throws IOException {
    assertFresh(SCHEMA, RunLogSchema.text());
  }

  @Test
  void theTablesOfTheManual_areThoseOfTheEvents() throws IOException {
    String manual = Files.readString(MANUAL);
    int begin = manual.indexOf(BEGIN) + BEGIN.length();

    assertFresh(
        MANUAL,
        manual.substring(0, begin) + EventTables.text() + manual.substring(manual.indexOf(END)));
  }

  private static void assertFresh(Path file, String fresh) throws IOException {
    if (Boolean.getBoolean("lastbyte.write-docs")) {
      Files.writeString(file, fresh);
    }
    assertThat(file).as(STALE).hasContent(fresh);
  }

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyEventThatIsWritten_fitsTheSchema(long seed) {
    String log = new String(RunLogCodec.encode(new RandomLogs(seed).next()), UTF_8);

    assertThat(log.lines()).allSatisfy(line -> assertThat(faults(line)).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "{}",
        "{'lastbyte':3,'kind':'run','run':'r','started_at':'2026-01-31T09:30:00Z'}",
        "{'lastbyte':1,'kind':'run','started_at':'2026-01-31T09:30:00Z'}",
        "{'lastbyte':1,'kind':'run','run':'my run','started_at':'2026-01-31T09:30:00Z'}",
        "{'lastbyte':1,'kind':'run','run':'r','started_at':'yesterday'}",
        "{'kind':'event','at_nanos':1,'attempt':1,'vantage':'client','type':'teleported'}",
        "{'kind':'event','attempt':1,'vantage':'client','type':'connected'}",
        "{'kind':'event','at_nanos':-1,'attempt':1,'vantage':'client','type':'connected'}",
        "{'kind':'event','at_nanos':1.5,'attempt':1,'vantage':'client','type':'connected'}",
        "{'kind':'event','at_nanos':1,'attempt':1,'vantage':'moon','type':'connected'}",
        "{'kind':'event','at_nanos':1,'attempt':1,'vantage':'client','type':'request_sent'}",
        "{'kind':'event','at_nanos':1,'attempt':1,'vantage':'client','type':'request_sent',"
            + "'bytes':4611686018427387905}",
        "{'kind':'event','at_nanos':1,'attempt':1,'vantage':'client','type':'dial_failed',"
            + "'why':'mercury'}",
        "{'kind':'event','at_nanos':1,'attempt':1,'vantage':'client','type':'correlated',"
            + "'correlation':'cf_ray'}",
        "{'kind':'event','at_nanos':1,'attempt':1,'vantage':'client','type':'error_surfaced',"
            + "'chain':[{},{},{},{},{},{}]}"
      })
  void aBrokenLine_doesNotFitTheSchema(String line) {
    assertThat(faults(line.replace('\'', '"'))).isNotEmpty();
  }

  @Test
  void theSchemasTokens_haveTheCharactersOfTokens() {
    for (char c = 0; c < 0x250; c++) {
      String name = "a" + c + "b";
      String line =
          "{\"lastbyte\":1,\"kind\":\"run\",\"run\":\"a\\u%04xb\",".formatted((int) c)
              + "\"started_at\":\"2026-01-31T09:30:00Z\"}";

      assertThat(faults(line).isEmpty()).as(name).isEqualTo(Token.orNull(name) != null);
    }
  }

  @Test
  void whatMayBeMissing_isWhatTheRecordsMarkSo() {
    RandomLogs.leaves(RunEvent.class)
        .forEach(type -> assertThat(optional(type)).as(type.getName()).isEqualTo(nullable(type)));
  }

  private static List<String> optional(Class<?> type) {
    return RecordShape.of(type).fields().stream()
        .filter(RecordShape.Field::optional)
        .map(RecordShape.Field::name)
        .toList();
  }

  private static List<String> nullable(Class<?> type) {
    return Stream.of(type.getRecordComponents())
        .filter(part -> part.getAnnotatedType().isAnnotationPresent(Nullable.class))
        .map(RecordComponent::getName)
        .map(RecordShape::snake)
        .toList();
  }

  static List<MatchResult> examples() throws IOException {
    return Pattern.compile("```ndjson\n(.*?)```\n\nDiagnosis: `([^`]*)`, `([^`]*)`", Pattern.DOTALL)
        .matcher(Files.readString(MANUAL))
        .results()
        .toList();
  }

  @Test
  void theManual_hasTwoWholeExamples() throws IOException {
    assertThat(examples()).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleOfTheManual_isDiagnosedAsItSays(MatchResult example) throws IOException {
    List<DecodedRunLog> runs = new ArrayList<>();
    List<ReadProblem> outside =
        EventFile.read(new ByteArrayInputStream(example.group(1).getBytes(UTF_8)), runs::add);

    assertThat(example.group(1).lines()).allSatisfy(line -> assertThat(faults(line)).isEmpty());
    assertThat(outside).isEmpty();
    assertThat(runs).hasSize(1);
    assertThat(runs.getFirst().problems()).isEmpty();
    RunReport report = RunReport.of(runs.getFirst().log());
    assertThat(report.diagnosis().code()).isEqualTo(example.group(2));
    assertThat(report.last().verdict().safety().code()).isEqualTo(example.group(3));
  }
}
