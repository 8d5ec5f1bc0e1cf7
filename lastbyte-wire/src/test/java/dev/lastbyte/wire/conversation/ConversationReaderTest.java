// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationReaderTest {

  private static final HashKey KEY = HashKey.random(new Random(7));

  private static final String ASKED =
      """
      {"model":"m","stream":true,"messages":[
        {"role":"user","content":"Count to 1.0 \\u00e9\\ud83d\\ude00/\\n"},
        {"role":"assistant","n":[1.0,-2e3,true,null]}]}\
      """;

  private static @Nullable Conversation readOrNull(String json) {
    var reader = new ConversationReader(KEY);
    byte[] bytes = json.getBytes(UTF_8);
    reader.read(bytes, 0, bytes.length);
    return reader.conversation();
  }

  private static Conversation read(String json) {
    return Objects.requireNonNull(readOrNull(json), "no conversation in " + json);
  }

  @Test
  void anotherSpelling_isTheSameConversation() {
    String otherwise =
        """
        { "temperature" : 1, "messages": [
          {"content": "Count to 1\\u002e0 é😀\\/\\u000A", "role": "user"},
          {"n": [1, -2000, true, null],   "role": "assistant"} ], "model":"m" }\
        """;

    assertThat(read(otherwise)).isEqualTo(read(ASKED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"messages\":[{\"role\":\"user\",\"content\":\"b\"}]}",
        "{\"messages\":[{\"role\":\"assistant\",\"content\":\"a\"}]}",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"a\",\"x\":null}]}",
        "{\"messages\":[{\"role\":\"user\",\"content\":[\"a\"]}]}",
        "{\"messages\":[{\"user\":\"role\",\"content\":\"a\"}]}",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{}]}",
      })
  void anotherContent_isAnotherConversation(String other) {
    Conversation one = read("{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}");

    assertThat(read(other).whole()).isNotEqualTo(one.whole());
  }

  @Test
  void anotherKey_givesOtherHashes() {
    var reader = new ConversationReader(HashKey.random(new Random(8)));
    byte[] bytes = ASKED.getBytes(UTF_8);
    reader.read(bytes, 0, bytes.length);

    assertThat(Objects.requireNonNull(reader.conversation()).whole())
        .isNotEqualTo(read(ASKED).whole());
  }

  @Test
  void theSizeOfThePieces_makesNoDifference() {
    byte[] bytes = ASKED.getBytes(UTF_8);
    for (int cut = 0; cut <= bytes.length; cut++) {
      var reader = new ConversationReader(KEY);
      reader.read(bytes, 0, cut);
      reader.read(bytes, cut, bytes.length);
      assertThat(reader.conversation()).as("cut at %d", cut).isEqualTo(read(ASKED));
    }
  }

  @Test
  void whereACacheIsToStop_andHowPlainTextIsSpelled_makesNoDifference() {
    String marked =
        """
        {"messages":[{"role":"user","content":[
          {"type":"text","text":"a","cache_control":{"type":"ephemeral","ttl":["5m"]}}]},
          {"role":"assistant","content":"b"}]}\
        """;

    assertThat(read(marked))
        .isEqualTo(
            read(
                "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"},"
                    + "{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"b\"}]}]}"));
  }

  @Test
  void aLongerConversation_holdsTheShorterOne_theLatestFirst() {
    Conversation one = read("{\"input\":[\"a\"]}");
    Conversation two = read("{\"input\":[\"a\",\"b\"]}");
    Conversation three = read("{\"input\":[\"a\",\"b\",\"c\"]}");

    assertThat(three.before()).containsExactly(two.whole(), one.whole());
    assertThat(one.before()).isEmpty();
  }

  @Test
  void howManyEarlierStatesAreKept_isBounded() {
    var json = new StringBuilder("{\"messages\":[0");
    for (int i = 1; i < 500; i++) {
      json.append(',').append(i);
    }

    Conversation long500 = read(json.append("]}").toString());

    assertThat(long500.messages()).isEqualTo(500);
    assertThat(long500.before()).hasSize(Conversation.MAX_BEFORE);
  }

  @Test
  void aResponseStoredAtTheProvider_isPartOfTheConversation() {
    Conversation first = read("{\"input\":\"go on\",\"previous_response_id\":\"resp_1\"}");
    Conversation other = read("{\"previous_response_id\":\"resp_2\",\"input\":\"go on\"}");

    assertThat(first.previousResponse()).isEqualTo(KEY.of("resp_1"));
    assertThat(first.whole()).isNotEqualTo(other.whole());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {"messages":[
          {"role":"assistant","tool_calls":[
            {"id":"call_1","type":"function","function":{"name":"f","arguments":"{}"}},
            {"function":{"arguments":"{}","name":"f"},"type":"function","id":"call_2"}]},
          {"role":"tool","tool_call_id":"call_1","content":"x"},
          {"role":"tool","tool_call_id":"call_2","content":"y"}]}\
        """,
        """
        {"messages":[
          {"role":"assistant","content":[
            {"type":"tool_use","id":"call_1","name":"f","input":{}},
            {"type":"tool_use","id":"call_2","name":"f","input":{}}]},
          {"role":"user","content":[
            {"type":"tool_result","tool_use_id":"call_1","content":"x"},
            {"type":"tool_result","tool_use_id":"call_2","content":"y"}]}]}\
        """,
        """
        {"input":[
          {"type":"function_call","id":"fc_1","call_id":"call_1","name":"f","arguments":"{}"},
          {"type":"function_call","id":"fc_2","call_id":"call_2","name":"f","arguments":"{}"},
          {"type":"function_call_output","call_id":"call_1","output":"x"},
          {"call_id":"call_2","output":"y","type":"function_call_output"}]}\
        """
      })
  void toolResults_areFoundWithTheirCalls_inEveryApi(String json) {
    Conversation asked = read(json);

    assertThat(asked.toolUses())
        .extracting(Conversation.ToolUse::id)
        .containsExactly(KEY.of("call_1"), KEY.of("call_2"));
    assertThat(asked.toolUses()).extracting(Conversation.ToolUse::what).doesNotContainNull();
    assertThat(asked.toolUses().getFirst().what()).isEqualTo(asked.toolUses().getLast().what());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "\"messages\"",
        "{\"messages\":[]}",
        "{\"messages\":[1]",
        "{\"messages\":[1]}}",
        "{\"messages\":[1],}",
        "{\"messages\":[\"\\x\"]}",
        "{\"messages\":[\"\\u12\"]}",
        "[{\"messages\":[1]}]",
        "{\"other\":{\"messages\":[1]}}"
      })
  void withoutAWholeConversation_nothingIsReported(String json) {
    assertThat(readOrNull(json)).isNull();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void arbitraryBytes_neverThrow(long seed) {
    var random = new Random(seed);
    byte[] alphabet = "{}[]\":,\\u0dmessages 1-.true\n".getBytes(UTF_8);
    for (int document = 0; document < 2_000; document++) {
      var reader = new ConversationReader(KEY);
      byte[] start = "{\"messages\":[".getBytes(UTF_8);
      reader.read(start, 0, start.length);
      byte[] noise = new byte[random.nextInt(60)];
      for (int i = 0; i < noise.length; i++) {
        noise[i] = alphabet[random.nextInt(alphabet.length)];
      }
      reader.read(noise, 0, noise.length);
      Conversation found = reader.conversation();
      assertThat(found == null || found.messages() > 0).isTrue();
    }
  }
}
