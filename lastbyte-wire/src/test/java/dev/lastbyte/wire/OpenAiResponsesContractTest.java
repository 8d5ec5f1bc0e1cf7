// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import dev.lastbyte.core.event.Dialect;
import java.util.List;

class OpenAiResponsesContractTest extends DialectContract {

  @Override
  Dialect dialect() {
    return Dialect.OPENAI_RESPONSES;
  }

  @Override
  String path() {
    return "/v1/responses";
  }

  @Override
  String request() {
    return Samples.json(
        "{'model':'model-1','stream':true,'store':false,'input':[{'role':'user','content':'CANARY'},"
            + "{'type':'function_call_output','call_id':'call_1','output':'CANARY'}],"
            + "'tools':[{'type':'function','name':'f','description':'CANARY'}]}");
  }

  @Override
  List<byte[]> text() {
    return events(Samples.RESPONSES_TEXT);
  }

  @Override
  List<byte[]> toolCall() {
    return events(Samples.RESPONSES_TOOLS);
  }

  @Override
  byte[] error() {
    return bytes(
        Samples.events(
            "error", "{'type':'error','code':'server_error','message':'CANARY','param':null}"));
  }

  @Override
  String document() {
    return Samples.RESPONSES_DOCUMENT;
  }
}
