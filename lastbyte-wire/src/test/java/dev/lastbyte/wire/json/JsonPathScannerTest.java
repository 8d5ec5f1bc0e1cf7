// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPathScannerTest {

  private enum Field implements JsonPath {
    NAME("name", false),
    ITEM("list[]", false),
    ITEM_KIND("list[].kind", false),
    DEEP("a.b.c also.here", false),
    TEXT("text", true);

    private final String paths;
    private final boolean content;

    Field(String paths, boolean content) {
      this.paths = paths;
      this.content = content;
    }

    @Override
    public String paths() {
      return paths;
    }

    @Override
    public boolean isContent() {
      return content;
    }
  }

  private static final JsonPaths<Field> PATHS = JsonPaths.of(List.of(Field.values()));

  private static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @Test
  void onlyTheRequestedPaths_areReported() {
    assertThat(
            heard(
                "{'x':{'name':'no'},'name':'yes','list':[{'kind':'k','z':[1,{}]},7],"
                    + "'a':{'b':{'c':-1.5e3,'d':0}},'also':{'here':true},'text':'ab'}"))
        .containsExactly(
            "NAME yes",
            "ITEM {",
            "ITEM_KIND k",
            "ITEM }",
            "ITEM 7",
            "DEEP -1.5e3",
            "DEEP true",
            "TEXT ab");
  }

  @Test
  void escapes_arePassedAsTheyAre_inContent_andMakeAScalarUnfitOrWhole() {
    assertThat(heard("{'text':'a\\nb\\u00e9','name':'a\\/b'}"))
        .containsExactly("TEXT a\\nb\\u00e9", "NAME a/b");
    assertThat(heard("{'name':'a\\nb'}")).containsExactly("NAME a\0b");
  }

  @Test
  void anEscapedKey_isNotRecognised() {
    assertThat(heard("{'na\\u006de':'x'}")).isEmpty();
  }

  @Test
  void aLongScalar_isCut_andHasNoText() {
    assertThat(heard("{'name':'" + "x".repeat(129) + "'}")).containsExactly("NAME ");
    assertThat(heard("{'name':'" + "x".repeat(128) + "'}"))
        .containsExactly("NAME " + "x".repeat(128));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{]",
        "[}",
        "{'a'}",
        "{'a':}",
        "{'a':1,}",
        "[1,]",
        "[,1]",
        "{'a' 1}",
        "{1:2}",
        "nope ",
        "[1 2]",
        "{}{}",
        "{'a':'\\x'}",
        "{'a':'\\u00g0'}",
        "{'a':'\n'}",
        "[truth]",
        "}",
        "[+]"
      })
  void invalidJson_isMalformed(String text) {
    var scanner = new JsonPathScanner<>(PATHS, new Heard());
    byte[] bytes = text.replace('\'', '"').getBytes(UTF_8);

    scanner.feed(bytes, 0, bytes.length);

    assertThat(scanner.isMalformed()).isTrue();
    assertThat(scanner.isComplete()).isFalse();
  }

  @Test
  void nesting_isBounded() {
    var deep = new JsonPathScanner<>(PATHS, new Heard());
    var tooDeep = new JsonPathScanner<>(PATHS, new Heard());
    byte[] open = "[".repeat(JsonPathScanner.MAX_DEPTH).getBytes(UTF_8);
    byte[] close = "]".repeat(JsonPathScanner.MAX_DEPTH).getBytes(UTF_8);

    deep.feed(open, 0, open.length);
    deep.feed(close, 0, close.length);
    tooDeep.feed(open, 0, open.length);
    tooDeep.feed(open, 0, 1);

    assertThat(deep.isComplete()).isTrue();
    assertThat(tooDeep.isMalformed()).isTrue();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anySplit_givesTheSameEvents(long seed) {
    var random = new Random(seed);
    String json =
        "{'skip\\'ped':['\\\\','}',{'name':'no'}],'name':'y\\'es', 'list' : [ {'kind':null}, 12345"
            + " ],'text':'some \\'long\\' text \\\\ with é and more of it','a':{'b':{'c':false}}}";
    byte[] bytes = json.replace('\'', '"').getBytes(UTF_8);
    var heard = new Heard();
    var scanner = new JsonPathScanner<>(PATHS, heard);
    int at = 0;
    while (at < bytes.length) {
      int end = Math.min(bytes.length, at + 1 + random.nextInt(9));
      scanner.feed(bytes, at, end);
      at = end;
    }

    assertThat(scanner.isComplete()).isTrue();
    assertThat(heard.all()).isEqualTo(heard(json));
  }

  private static List<String> heard(String json) {
    var heard = new Heard();
    var scanner = new JsonPathScanner<>(PATHS, heard);
    byte[] bytes = json.replace('\'', '"').getBytes(UTF_8);
    scanner.feed(bytes, 0, bytes.length);
    assertThat(scanner.isComplete()).isTrue();
    return heard.all();
  }

  private static final class Heard implements JsonPathSink<Field> {
    private final List<String> all = new ArrayList<>();
    private String content = "";

    @Override
    public void scalar(Field field, JsonText value) {
      flush();
      all.add(field + " " + (value.isNull() ? "null" : value.text()));
    }

    @Override
    public void content(Field field, byte[] bytes, int from, int to) {
      // Pieces of one string make one line, wherever the slices end.
      content += new String(bytes, from, to - from, ISO_8859_1);
    }

    @Override
    public void opened(Field field) {
      flush();
      all.add(field + " {");
    }

    @Override
    public void closed(Field field) {
      flush();
      all.add(field + " }");
    }

    List<String> all() {
      flush();
      return all;
    }

    private void flush() {
      if (!content.isEmpty()) {
        all.add("TEXT " + content);
        content = "";
      }
    }
  }
}
