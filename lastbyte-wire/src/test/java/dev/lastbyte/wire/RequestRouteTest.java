// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.privacy.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a request says by its path, and what its body says in the dialect of that path. */
class RequestRouteTest {

  private static final Stamp AT = new Stamp(0, Stamp.WHOLE_RUN, Vantage.GATEWAY_DOWN);
  private static final String GEMINI = "/v1beta/models/gemini-2.5-pro:streamGenerateContent";
  private static final String CONVERSE = "/model/amazon.nova-pro-v1:0/converse-stream";

  private static RequestDescribed described(String path, String body) {
    String json = Samples.json(body);
    byte[] bytes =
        "POST %s HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(path, json.length(), json)
            .getBytes(ISO_8859_1);
    var tap = new RequestTap();
    tap.feed(bytes, 0, bytes.length);
    return tap.describe(AT);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/chat/completions, OPENAI_CHAT",
    "/api/v1/chat/completions, OPENAI_CHAT",
    "/openai/deployments/CANARY/chat/completions?api-version=2024-10-21, OPENAI_CHAT",
    "/openai/v1/chat/completions, OPENAI_CHAT",
    "/v1beta/openai/chat/completions, OPENAI_CHAT",
    "/v1/completions, UNKNOWN",
    "/openai/responses?api-version=preview, OPENAI_RESPONSES",
    "/openai/v1/responses, OPENAI_RESPONSES",
    "/api/v1/responses, OPENAI_RESPONSES",
    "/v1/messages?beta=true, ANTHROPIC_MESSAGES",
    "/v1/messages/count_tokens, UNKNOWN",
    "/api/chat, OLLAMA",
    "/api/generate, OLLAMA",
    "/v1/chat, UNKNOWN",
    "/api/tags, UNKNOWN",
    "/v1beta/models/gemini-2.5-pro:generateContent, GEMINI",
    "/v1beta/models/gemini-2.5-pro:streamGenerateContent?alt=sse, GEMINI",
    "/v1/projects/p/locations/l/publishers/google/models/g:streamGenerateContent, GEMINI",
    "/v1beta/models/gemini-2.5-pro:countTokens, UNKNOWN",
    "/v1/projects/p/locations/l/publishers/anthropic/models/claude-x:rawPredict,"
        + " ANTHROPIC_MESSAGES",
    "/v1/projects/p/locations/l/publishers/anthropic/models/claude-x@2:streamRawPredict,"
        + " ANTHROPIC_MESSAGES",
    "/v1/projects/p/locations/l/publishers/mistralai/models/m:rawPredict, UNKNOWN",
    "/streamGenerateContent, UNKNOWN",
    "/model/m/converse, BEDROCK",
    "/model/m/converse-stream, BEDROCK",
    "/model/m/invoke, BEDROCK",
    "/model/m/invoke-with-response-stream, BEDROCK",
    "/model/converse, UNKNOWN",
    "/invoke, UNKNOWN",
    "/, UNKNOWN"
  })
  void theEndOfThePath_tellsTheDialect(String path, Dialect dialect) {
    assertThat(DialectRoutes.of(path)).isEqualTo(dialect);
    assertThat(described(path, "{}").dialect()).isEqualTo(dialect);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1beta/models/g:streamGenerateContent | {} | YES",
        "/v1beta/models/g:streamGenerateContent | { | YES",
        "/v1beta/models/g:generateContent | {'stream':true} | NO",
        "/model/m/converse-stream | {} | YES",
        "/model/m/invoke-with-response-stream | {} | YES",
        "/model/m/converse | {} | NO",
        "/api/chat | {} | YES",
        "/api/chat | {'stream':true} | YES",
        "/api/generate | {'stream':false} | NO",
        "/api/generate | { | UNKNOWN",
        "/v1/chat/completions | {} | NO",
        "/v1/models | {} | UNKNOWN"
      })
  void whetherAStreamIsAskedFor(String path, String body, Known streaming) {
    assertThat(described(path, body).streaming()).isEqualTo(streaming);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1beta/models/gemini-2.5-pro:generateContent, gemini-2.5-pro",
    "/v1beta/tunedModels/mine:generateContent, mine",
    "/model/us.anthropic.claude-sonnet-4-20250514-v1%3A0/converse,"
        + " us.anthropic.claude-sonnet-4-20250514-v1:0",
    "/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3Ainference-profile%2Fus.amazon.nova"
        + "/invoke, us.amazon.nova",
    "/model/arn:aws:bedrock:us-east-1:123456789012:inference-profile/abc/invoke, abc"
  })
  void theModelInThePath_isTheModel_withoutTheAccount(String path, String model) {
    assertThat(described(path, "{'model':'other'}").model()).isEqualTo(new Token(model));
  }

  @Test
  void ollamasModel_isInTheBody() {
    assertThat(described("/api/chat", "{'model':'llama3.2:3b'}").model())
        .isEqualTo(new Token("llama3.2:3b"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'functionDeclarations':[{'name':'CANARY'},{'name':'CANARY'}]} | 2 | NO",
        "{'function_declarations':[{}]},{'google_search':{}} | 2 | NO",
        "{'functionDeclarations':[{}],'urlContext':{}} | 2 | NO",
        "{'computerUse':{}} | 1 | NO",
        "{'codeExecution':{}} | 1 | YES",
        "{'brandNew':{}} | 1 | YES"
      })
  void toolsOfGemini(String tools, int offered, Known serverTools) {
    assertThat(described(GEMINI, "{'tools':[" + tools + "]}"))
        .returns(offered, RequestDescribed::toolsOffered)
        .returns(serverTools, RequestDescribed::serverTools);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'toolSpec':{'name':'CANARY'}},{'cachePoint':{'type':'default'}} | 1 | NO",
        "{'toolSpec':{}},{'systemTool':{'name':'nova_code_interpreter'}} | 2 | YES"
      })
  void toolsOfConverse(String tools, int offered, Known serverTools) {
    assertThat(described(CONVERSE, "{'toolConfig':{'tools':[" + tools + "]}}"))
        .returns(offered, RequestDescribed::toolsOffered)
        .returns(serverTools, RequestDescribed::serverTools);
  }

  @Test
  void toolsOfAnInvokedModel_areThoseOfAnthropic() {
    assertThat(
            described(
                "/model/m/invoke",
                "{'tools':[{'name':'a','input_schema':{}},{'type':'code_execution_20250825'}]}"))
        .returns(2, RequestDescribed::toolsOffered)
        .returns(Known.YES, RequestDescribed::serverTools);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1beta/models/g:generateContent | {'contents':[{'role':'user','parts':[{'text':'CANARY'},"
            + "{'functionResponse':{'name':'CANARY'}},{'functionResponse':{}}]}]}",
        "/model/m/converse | {'messages':[{'role':'user','content':[{'toolResult':{'content':[]}},"
            + "{'toolResult':{}},{'text':'CANARY'}]}]}",
        "/model/m/invoke | {'messages':[{'role':'user','content':[{'type':'tool_result'},"
            + "{'type':'tool_result'}]}]}",
        "/api/chat | {'messages':[{'role':'tool','content':'CANARY'},{'role':'tool'},"
            + "{'role':'user'}]}"
      })
  void toolResults_areCounted(String path, String body) {
    assertThat(described(path, body))
        .returns(2, RequestDescribed::toolResults)
        .returns(Known.NO, RequestDescribed::stores);
  }
}
