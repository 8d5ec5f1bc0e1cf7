// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is said of requests that agents and SDKs send; and of the same with their tools in any other
 * place that the API allows, or beside what is not known: never that there is no tool.
 */
class CapturedRequestsTest {

  private static final String MCP =
      "{\"type\":\"mcp\",\"server_label\":\"x\",\"require_approval\":\"never\"}";
  private static final String UNKNOWN = "\"brand_new\":{\"tools\":[" + MCP + "]},";

  static Stream<CapturedRequest> all() {
    return CapturedRequest.all();
  }

  static Stream<CapturedRequest> withTools() {
    return all().filter(request -> !tools(request).isEmpty());
  }

  private static String tools(CapturedRequest request) {
    String tools = request.valueOf("tools");
    boolean ofBedrock = request.valueOf("toolConfig").contains("toolSpec");
    return ofBedrock ? request.valueOf("toolConfig") : tools;
  }

  @ParameterizedTest
  @MethodSource("all")
  void theFactsOfARequest_areThoseThatItsClientSent(CapturedRequest request) {
    RequestDescribed described = request.described();

    String facts =
        "tools=%d server=%s reading=%s results=%d streams=%s keeps=%s"
            .formatted(
                described.toolsOffered(),
                described.serverTools(),
                described.serverReads(),
                described.toolResults(),
                described.streaming(),
                described.stateful());
    assertThat(facts).isEqualTo(request.facts());
  }

  @ParameterizedTest
  @MethodSource("withTools")
  void withoutItsTools_aRequestOffersNone(CapturedRequest request) {
    if (request.described().serverTools() == Known.UNKNOWN) {
      return;
    }

    assertThat(toolless(request).described())
        .returns(0, RequestDescribed::toolsOffered)
        .returns(mcpServers(request), RequestDescribed::serverTools);
  }

  private static Known mcpServers(CapturedRequest request) {
    return Known.of(!request.valueOf("mcp_servers").isEmpty());
  }

  private static CapturedRequest toolless(CapturedRequest request) {
    return request.without("tools").without("toolConfig");
  }

  /** Where else a dialect has room for tools; {@code %s} is the list of them. */
  private static List<String> places(Dialect dialect) {
    return switch (dialect) {
      case OPENAI_RESPONSES ->
          List.of(
              "'tools':[{'type':'namespace','name':'n','tools':%s}]",
              "'input':[{'type':'additional_tools','role':'developer','tools':%s}]",
              "'input':[{'type':'additional_tools','tools':[{'type':'namespace','tools':%s}]}]",
              "'input':[{'type':'tool_search_output','call_id':'c','tools':%s}]");
      case OPENAI_CHAT, ANTHROPIC_MESSAGES, GEMINI, OLLAMA -> List.of("'tools':%s");
      case BEDROCK ->
          List.of("'toolConfig':%s", "'additionalModelRequestFields':{'tools':[{'name':'f'}]}");
      case UNKNOWN -> List.of();
    };
  }

  @ParameterizedTest
  @MethodSource("withTools")
  void toolsInAnyPlaceOfTheApi_areSeen(CapturedRequest request) {
    RequestDescribed before = request.described();

    for (String place : places(before.dialect())) {
      RequestDescribed moved =
          with(toolless(request), place.replace('\'', '"').replace("%s", tools(request)));

      assertThat(moved.serverTools()).as(place).isEqualTo(before.serverTools());
      assertThat(moved.toolsOffered()).as(place).isPositive();
    }
  }

  /** Places of other dialects and services, and places that no API has yet. */
  private static final List<String> UNKNOWN_PLACES =
      List.of(
          "'brand_new':%s",
          "'brand_new':{'tools':%s}",
          "'agent':{'id':'a'}",
          "'extra_body':{'tools':%s}",
          "'tools':{'list':%s}",
          "'tools':'all'",
          "'tools':['code_interpreter']",
          "'tools':[%s]",
          "'tools':[{'brandNew':{}}]",
          "'tools':[{'type':'namespace','tools':[{'type':'namespace','tools':%s}]}]",
          "'t\\u006fols':%s",
          "'tools':[{'t\\u0079pe':'mcp'}]",
          "'mcp_servers':{'x':{'url':'u'}}",
          "'mcp_servers':'x'",
          "'input':[{'type':'brand_new','tools':%s}]",
          "'input':{'type':'additional_tools','tools':%s}",
          "'input':[[{'type':'additional_tools','tools':%s}]]",
          "'input':[{'role':'user','content':[{'type':'brand_new'}]}]",
          "'input':[{'type':'function_call_output','output':[{'type':'brand_new'}]}]",
          "'messages':[{'role':'user','content':'t','tools':%s}]",
          "'messages':[{'role':'user','content':[{'type':'text','text':'t','tools':%s}]}]",
          "'messages':[{'role':'user','content':{'tools':%s}}]",
          "'messages':{'tools':%s}",
          "'contents':[{'role':'user','parts':[{'brandNew':%s}]}]",
          "'contents':{'parts':{'brandNew':%s}}",
          "'additionalModelRequestFields':{'brandNew':%s}",
          "'toolConfig':{'brandNew':%s}",
          "'toolConfig':['x']",
          "'prompt':{'id':'p'}",
          "'previous_response_id':'r'",
          "'conversation':'c'",
          "'container':{'skills':[]}",
          "'cachedContent':'c'",
          "'cached_content':'c'",
          "'promptVariables':{'a':{'text':'b'}}");

  @ParameterizedTest
  @MethodSource("withTools")
  void whatIsInAPlaceThatIsNotKnown_mayBeATool(CapturedRequest request) {
    for (String place : UNKNOWN_PLACES) {
      String added = place.replace('\'', '"').replace("%s", "[" + MCP + "]");

      assertThat(isDenied(with(toolless(request), added))).as(place).isFalse();
    }
  }

  private static boolean isDenied(RequestDescribed described) {
    return described.serverTools() == Known.NO && described.dialect() != Dialect.OLLAMA;
  }

  private static RequestDescribed with(CapturedRequest request, String key) {
    String name = key.substring(1, key.indexOf('"', 1));
    String rest = request.without(name).body();
    String comma = rest.equals("{}") ? "" : ",";
    return CapturedRequest.described(request.path(), "{" + key + comma + rest.substring(1));
  }

  /** The parts of a request whose keys all have a meaning: what users name is in none of them. */
  private static final Set<String> PARTS =
      Set.of(
          "",
          "tools[]",
          "tools[].tools[]",
          "tools[].functionDeclarations[]",
          "tool_choice",
          "messages[]",
          "messages[].content[]",
          "system[]",
          "input[]",
          "input[].content[]",
          "input[].tools[]",
          "input[].tools[].tools[]",
          "contents[]",
          "contents[].parts[]",
          "toolConfig",
          "toolConfig.tools[]",
          "additionalModelRequestFields");

  @ParameterizedTest
  @MethodSource("all")
  void anUnknownKey_besideThoseOfAnyPart_mayHoldATool(CapturedRequest request) {
    String body = request.body();
    request
        .objects()
        .forEach((at, part) -> {
          String unknown = body.substring(0, at) + UNKNOWN + body.substring(at);

          assertThat(isDenied(CapturedRequest.described(request.path(), unknown)))
              .as(unknown)
              .isEqualTo(!PARTS.contains(part) && isDenied(request.described()));
        });
  }
}
