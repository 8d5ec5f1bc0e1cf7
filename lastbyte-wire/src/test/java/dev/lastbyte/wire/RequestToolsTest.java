// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.Vantage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "No tool" is said only where every place for one is known and empty. */
class RequestToolsTest {

  private static final Stamp AT = new Stamp(0, Stamp.WHOLE_RUN, Vantage.GATEWAY_DOWN);
  private static final String RESPONSES = "/v1/responses";
  private static final String CHAT = "/v1/chat/completions";
  private static final String MESSAGES = "/v1/messages";
  private static final String GEMINI = "/v1beta/models/m:generateContent";
  private static final String CONVERSE = "/model/m/converse";

  private static RequestDescribed posted(String path, String body) {
    var tap = new RequestTap();
    byte[] json = body.replace('\'', '"').getBytes(UTF_8);
    byte[] head =
        "POST %s HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n"
            .formatted(path, json.length)
            .getBytes(UTF_8);
    tap.feed(head, 0, head.length);
    tap.feed(json, 0, json.length);
    return tap.describe(AT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        RESPONSES + "|{'tools':[%s]}",
        RESPONSES + "|{'tools':[{'type':'namespace','name':'n','tools':[%s]}]}",
        RESPONSES + "|{'input':[{'type':'additional_tools','role':'developer','tools':[%s]}]}",
        RESPONSES
            + "|{'input':[{'type':'additional_tools','tools':[{'type':'namespace','tools':[%s]}]}]}",
        RESPONSES + "|{'input':[{'type':'tool_search_output','call_id':'c','tools':[%s]}]}",
        MESSAGES + "|{'tools':[%s]}",
        CHAT + "|{'tools':[%s]}",
        CONVERSE + "|{'additionalModelRequestFields':{'tools':[%s]}}"
      })
  void aToolThatTheProviderExecutes_isSeen_inEveryPlace(String path, String body) {
    String tool = "{'type':'mcp','server_label':'x','require_approval':'never'}";

    assertThat(posted(path, body.replace("%s", tool)))
        .returns(Known.YES, RequestDescribed::serverTools)
        .returns(1, RequestDescribed::toolsOffered);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        RESPONSES + "|{'prompt':{'id':'pmpt_1','version':'2'}}",
        RESPONSES + "|{'previous_response_id':'resp_1'}",
        RESPONSES + "|{'conversation':'conv_1'}",
        RESPONSES + "|{'conversation':{'id':'conv_1'}}",
        RESPONSES + "|{'input':[{'type':'item_reference','id':'x'}]}",
        RESPONSES + "|{'input':[{'type':'mcp_approval_response','approve':true}]}",
        RESPONSES + "|{'input':[{'type':'brand_new','x':[]}]}",
        RESPONSES + "|{'input':[{'type':'message','brand_new':{'tools':[]}}]}",
        RESPONSES + "|{'input':[{'role':'user','content':[{'type':'brand_new'}]}]}",
        RESPONSES + "|{'brand_new':{'tools':[]}}",
        RESPONSES + "|{'agent':'a'}",
        MESSAGES + "|{'container':{'skills':[{'type':'anthropic','skill_id':'pptx'}]}}",
        MESSAGES + "|{'container':'container_1'}",
        MESSAGES + "|{'messages':[{'role':'user','content':[{'type':'mcp_tool_use'}]}]}",
        MESSAGES + "|{'messages':[{'role':'user','content':[{'type':'brand_new'}]}]}",
        MESSAGES + "|{'messages':[{'role':'user','content':'t','tools':[{}]}]}",
        MESSAGES + "|{'brand_new':true}",
        CHAT + "|{'plugins':[{'id':'web'}]}",
        CHAT + "|{'mcp_servers':[{'url':'x'}]}",
        CHAT + "|{'model':'@preset/agent'}",
        CHAT + "|{'model':'groq/compound-mini'}",
        CHAT + "|{'messages':[{'role':'system','content':'t','tools':[{}]}]}",
        CHAT + "|{'agent_id':'a'}",
        CHAT + "|{'models':['m','@preset/agent']}",
        CHAT + "|{'model':'bot-20260101-abc'}",
        CHAT + "|{'tools':[{'googleMaps':{},'brandNew':{}}]}",
        CHAT + "|{'tool_choice':{'type':'mcp'}}",
        RESPONSES + "|{'tool_choice':{'type':'mcp','server_label':'x'}}",
        RESPONSES + "|{'tool_choice':{'type':'allowed_tools','tools':[{'type':'mcp'}]}}",
        RESPONSES + "|{'model':'@preset/agent'}",
        "/api/v3/bots/chat/completions|{'model':'m'}",
        "/api/projects/p/applications/a/protocols/openai/responses|{'input':'t'}",
        "/model/arn:aws:bedrock:r:1:prompt/P:1/converse|{}",
        MESSAGES + "|{'system':[{'type':'brand_new'}]}",
        MESSAGES
            + "|{'messages':[{'content':[{'type':'tool_result','content':[{'type':'new'}]}]}]}",
        GEMINI + "|{'toolConfig':{'brandNew':{}}}",
        GEMINI + "|{'cachedContent':'cachedContents/1'}",
        GEMINI + "|{'cached_content':'cachedContents/1'}",
        GEMINI + "|{'contents':[{'parts':[{'brandNew':{}}]}]}",
        GEMINI + "|{'request':{'tools':[{'codeExecution':{}}]}}",
        GEMINI + "|{'tools':[{'functionDeclarations':[{'name':'f'}],'brandNew':{}}]}",
        CONVERSE + "|{'promptVariables':{'a':{'text':'b'}}}",
        CONVERSE + "|{'additionalModelRequestFields':{'brand_new':{}}}",
        CONVERSE + "|{'messages':[{'role':'user','content':[{'brandNew':{}}]}]}"
      })
  void whatIsNotKnown_mayBringATool(String path, String body) {
    assertThat(posted(path, body).serverTools()).isEqualTo(Known.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        RESPONSES + "|{'previous_response_id':null,'prompt':null,'conversation':null}",
        RESPONSES + "|{'brand_new':1,'another':false}",
        RESPONSES + "|{'tool_choice':{'type':'allowed_tools','tools':[{'type':'function'}]}}",
        GEMINI + "|{'tools':[{'functionDeclarations':[]}]}",
        GEMINI + "|{'contents':{'parts':{'text':'t'}}}",
        MESSAGES + "|{'container':null,'tools':[]}",
        MESSAGES + "|{'mcp_servers':[]}"
      })
  void whatRefersToNothing_bringsNone(String path, String body) {
    assertThat(posted(path, body).serverTools()).isEqualTo(Known.NO);
  }
}
