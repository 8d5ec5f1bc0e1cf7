// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import dev.lastbyte.core.event.Dialect;
import java.util.List;

class AnthropicMessagesContractTest extends DialectContract {

  @Override
  Dialect dialect() {
    return Dialect.ANTHROPIC_MESSAGES;
  }

  @Override
  String path() {
    return "/v1/messages";
  }

  @Override
  String request() {
    return Samples.json(
        "{'model':'model-1','stream':true,'messages':[{'role':'user','content':'CANARY'},"
            + "{'role':'user','content':[{'type':'tool_result','tool_use_id':'toolu_1',"
            + "'content':'CANARY'}]}],'tools':[{'name':'f','description':'CANARY'}]}");
  }

  @Override
  List<byte[]> text() {
    return events(Samples.ANTHROPIC_TEXT);
  }

  @Override
  List<byte[]> toolCall() {
    return events(Samples.ANTHROPIC_TOOL);
  }

  @Override
  byte[] error() {
    return bytes(
        Samples.events(
            "error", "{'type':'error','error':{'type':'overloaded_error','message':'CANARY'}}"));
  }

  @Override
  String document() {
    return Samples.ANTHROPIC_DOCUMENT;
  }
}
