// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import dev.lastbyte.core.event.Dialect;
import java.util.List;

class GeminiContractTest extends DialectContract {

  private static final String CALL =
      GeminiSamples.response(
          "{'functionCall':{'name':'get_weather','args':{'city':'CANARY'}}}", "");

  @Override
  Dialect dialect() {
    return Dialect.GEMINI;
  }

  @Override
  String path() {
    return "/v1beta/models/model-1:streamGenerateContent";
  }

  @Override
  String request() {
    return Samples.json(
        "{'contents':[{'role':'user','parts':[{'text':'CANARY'}]},"
            + "{'role':'user','parts':[{'functionResponse':{'name':'f','response':"
            + "{'result':'CANARY'}}}]}],"
            + "'tools':[{'functionDeclarations':[{'name':'f','description':'CANARY'}]}]}");
  }

  @Override
  List<byte[]> text() {
    return events(Samples.data(GeminiSamples.TEXT.toArray(String[]::new)));
  }

  @Override
  List<byte[]> toolCall() {
    return events(
        Samples.data(CALL, GeminiSamples.response("{'text':''}", ",'finishReason':'STOP'")));
  }

  @Override
  byte[] error() {
    return bytes(Samples.data(GeminiSamples.ERROR));
  }

  @Override
  String document() {
    return Samples.json(
        GeminiSamples.response(
            "{'text':'CANARY'},{'functionCall':{'name':'get_weather','args':{'city':'CANARY'}}}",
            ",'finishReason':'STOP'"));
  }
}
