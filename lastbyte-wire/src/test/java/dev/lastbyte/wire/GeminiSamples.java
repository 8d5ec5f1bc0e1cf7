// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers in the shapes of Gemini's API. */
final class GeminiSamples {

  private GeminiSamples() {}

  static final List<String> TEXT =
      List.of(
          response("{'text':'CANARY','thought':true}", ""),
          response("{'text':'CANARY'}", ""),
          response("{'text':'CANARY'}", ",'finishReason':'STOP'"));

  static final List<String> TOOLS =
      List.of(
          response("{'thoughtSignature':'CANARY','text':''}", ""),
          response(
              "{'functionCall':{'name':'get_weather','id':'fc_1','args':{'city':'CANARY'}}},"
                  + "{'functionCall':{'name':'no_arguments'}}",
              ""),
          response("{'text':''}", ",'finishReason':'STOP'"));

  static final String ERROR =
      "{'error':{'code':503,'message':'CANARY','status':'UNAVAILABLE',"
          + "'details':[{'retryDelay':'7s'}]}}";

  /** One response whose only candidate has those parts, in single quotes. */
  static String response(String parts, String more) {
    return "{'candidates':[{'content':{'parts':["
        + parts
        + "],'role':'model'}"
        + more
        + ",'index':0}],'usageMetadata':{'promptTokenCount':4},'responseId':'resp_g1'}";
  }

  static String events(List<String> responses) {
    return Samples.data(responses.toArray(String[]::new)).replace("\n", "\r\n");
  }

  /** The array that is streamed where nobody asked for server-sent events. */
  static String array(List<String> responses) {
    return Samples.json("[" + String.join("\n,\r\n", responses) + "\n]\n");
  }

  static Map<String, byte[]> wholeResponses() {
    var all = new LinkedHashMap<String, byte[]>();
    all.put("gemini text", sse(events(TEXT)));
    all.put("gemini tools", sse(events(TOOLS)));
    all.put("gemini error", sse(events(List.of(TEXT.get(1), "[" + ERROR + "]"))));
    all.put("gemini array", document(array(TEXT)));
    all.put("gemini array with error", document(array(List.of(TEXT.get(1), ERROR))));
    all.put("gemini array of no JSON", document("[{\"a\":\"CANARY\"},\n{oops},{}]"));
    all.put("gemini document", document(Samples.json(TEXT.getLast())));
    return all;
  }

  private static byte[] sse(String body) {
    return (Samples.streamHead() + body).getBytes(UTF_8);
  }

  private static byte[] document(String body) {
    return Samples.document(200, body).getBytes(UTF_8);
  }
}
