// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import dev.lastbyte.core.event.Dialect;
import java.util.List;

class OpenAiChatContractTest extends DialectContract {

  @Override
  Dialect dialect() {
    return Dialect.OPENAI_CHAT;
  }

  @Override
  String path() {
    return "/v1/chat/completions";
  }

  @Override
  String request() {
    return Samples.json(
        "{'model':'model-1','stream':true,'messages':[{'role':'user','content':'CANARY'},"
            + "{'role':'tool','tool_call_id':'call_1','content':'CANARY'}],"
            + "'tools':[{'type':'function','function':{'name':'f','description':'CANARY'}}]}");
  }

  @Override
  List<byte[]> text() {
    return events(Samples.CHAT_TEXT);
  }

  @Override
  List<byte[]> toolCall() {
    return events(
        Samples.data(
            Samples.chunk("'delta':{'role':'assistant','content':null}", "null"),
            Samples.toolChunk("'index':0,'id':'call_a','type':'function'", "get_weather", ""),
            Samples.toolChunk("'index':0", null, "{\\'city\\':"),
            Samples.toolChunk("'index':0", null, "\\'CANARY\\'}"),
            Samples.chunk("'delta':{}", "'tool_calls'"),
            "[DONE]"));
  }

  @Override
  byte[] error() {
    return bytes(Samples.data(Samples.error("server_error")));
  }

  @Override
  String document() {
    return Samples.CHAT_DOCUMENT;
  }
}
