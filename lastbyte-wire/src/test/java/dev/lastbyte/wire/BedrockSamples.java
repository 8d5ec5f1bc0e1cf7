// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import static dev.lastbyte.wire.AwsFrames.chunk;
import static dev.lastbyte.wire.AwsFrames.event;
import static dev.lastbyte.wire.AwsFrames.joined;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;

/** Answers in the shapes of Amazon Bedrock. */
final class BedrockSamples {

  private BedrockSamples() {}

  static final byte[] START = event("messageStart", "{'role':'assistant','p':'abc'}");
  static final byte[] TEXT =
      event("contentBlockDelta", "{'contentBlockIndex':0,'delta':{'text':'CANARY'},'p':'ab'}");
  static final byte[] TEXT_END = event("contentBlockStop", "{'contentBlockIndex':0}");
  static final byte[] METADATA =
      event("metadata", "{'usage':{'inputTokens':9,'outputTokens':2},'metrics':{'latencyMs':7}}");

  static final byte[] CONVERSE_TEXT =
      joined(START, TEXT, TEXT, TEXT_END, stop("end_turn"), METADATA);

  static final byte[] TOOL_START =
      event(
          "contentBlockStart",
          "{'contentBlockIndex':1,'start':{'toolUse':{'toolUseId':'tooluse_1',"
              + "'name':'get_weather'}}}");

  static final byte[] TOOL_INPUT =
      event(
          "contentBlockDelta",
          "{'contentBlockIndex':1,'delta':{'toolUse':{'input':'{\\'city\\':\\'CANARY\\'}'}}}");

  static final byte[] CONVERSE_TOOL =
      joined(
          START,
          event(
              "contentBlockDelta",
              "{'contentBlockIndex':0,'delta':{'reasoningContent':{'text':'CANARY'}}}"),
          event(
              "contentBlockDelta",
              "{'contentBlockIndex':0,'delta':{'reasoningContent':{'signature':'CANARY'}}}"),
          TEXT_END,
          TOOL_START,
          TOOL_INPUT,
          event("contentBlockStop", "{'contentBlockIndex':1}"),
          stop("tool_use"),
          METADATA);

  static final byte[] INVOKED_ANTHROPIC =
      joined(
          chunk("{'type':'message_start','message':{'id':'msg_bdrk_1'}}"),
          chunk(
              "{'type':'content_block_start','index':0,'content_block':{'type':'text',"
                  + "'text':''}}"),
          chunk(
              "{'type':'content_block_delta','index':0,'delta':{'type':'text_delta',"
                  + "'text':'CANARY ???>>>'}}"),
          chunk("{'type':'content_block_stop','index':0}"),
          chunk("{'type':'message_delta','delta':{'stop_reason':'end_turn'}}"),
          chunk("{'type':'message_stop','amazon-bedrock-invocationMetrics':{'latency':1}}"));

  static final String CONVERSE_DOCUMENT =
      Samples.json(
          "{'output':{'message':{'role':'assistant','content':[{'text':'CANARY'},{'toolUse':"
              + "{'toolUseId':'tooluse_2','name':'get_weather','input':{'city':'CANARY'}}}]}},"
              + "'stopReason':'tool_use','usage':{'totalTokens':5}}");

  static byte[] stop(String reason) {
    return event("messageStop", "{'stopReason':'" + reason + "','p':'abcd'}");
  }

  static String streamHead() {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.amazon.eventstream\r\n"
        + "x-amzn-RequestId: 1-2-3\r\n\r\n";
  }

  static byte[] response(byte[] body) {
    return joined(streamHead().getBytes(UTF_8), body);
  }

  static Map<String, byte[]> wholeResponses() {
    var all = new LinkedHashMap<String, byte[]>();
    all.put("bedrock text", response(CONVERSE_TEXT));
    all.put("bedrock tool", response(CONVERSE_TOOL));
    all.put("bedrock invoked", response(INVOKED_ANTHROPIC));
    all.put(
        "bedrock exception",
        response(joined(START, TEXT, AwsFrames.exception("throttlingException", "CANARY"))));
    all.put(
        "bedrock error", response(joined(START, TEXT, AwsFrames.error("InternalFailure", "x"))));
    all.put("bedrock document", Samples.document(200, CONVERSE_DOCUMENT).getBytes(UTF_8));
    return all;
  }
}
