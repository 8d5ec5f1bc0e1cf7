// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import dev.lastbyte.core.event.Dialect;
import java.util.List;

class BedrockContractTest extends DialectContract {

  @Override
  Dialect dialect() {
    return Dialect.BEDROCK;
  }

  @Override
  String path() {
    return "/model/model-1/converse-stream";
  }

  @Override
  String request() {
    return Samples.json(
        "{'messages':[{'role':'user','content':[{'text':'CANARY'}]},{'role':'user','content':["
            + "{'toolResult':{'toolUseId':'tooluse_1','content':[{'text':'CANARY'}]}}]}],"
            + "'toolConfig':{'tools':[{'toolSpec':{'name':'f','description':'CANARY'}}]}}");
  }

  @Override
  String streamHead() {
    return BedrockSamples.streamHead();
  }

  @Override
  List<byte[]> text() {
    return List.of(
        BedrockSamples.START,
        BedrockSamples.TEXT,
        BedrockSamples.TEXT_END,
        BedrockSamples.stop("end_turn"),
        BedrockSamples.METADATA);
  }

  @Override
  List<byte[]> toolCall() {
    return List.of(
        BedrockSamples.START,
        BedrockSamples.TOOL_START,
        BedrockSamples.TOOL_INPUT,
        AwsFrames.event("contentBlockStop", "{'contentBlockIndex':1}"),
        BedrockSamples.stop("tool_use"),
        BedrockSamples.METADATA);
  }

  @Override
  byte[] error() {
    return AwsFrames.exception("throttlingException", "CANARY");
  }

  @Override
  String document() {
    return BedrockSamples.CONVERSE_DOCUMENT;
  }
}
