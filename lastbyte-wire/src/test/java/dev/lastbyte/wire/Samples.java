// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lastbyte.core.event.Dialect;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers in the shapes of the real services. Whatever a person wrote in them is a canary. */
final class Samples {

  private Samples() {}

  static final String CANARY = "CANARY";

  static final String ANTHROPIC_TEXT =
      events(
          "message_start",
          "{'type':'message_start','message':{'id':'msg_01','type':'message','role':'assistant',"
              + "'content':[],'model':'claude-x','stop_reason':null,'usage':{'input_tokens':9}}}",
          "content_block_start",
          "{'type':'content_block_start','index':0,'content_block':{'type':'text','text':''}}",
          "ping",
          "{'type':'ping'}",
          "content_block_delta",
          "{'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':'CANARY'}}",
          "content_block_delta",
          "{'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':'CANARY \\n"
              + " é'}}",
          "content_block_delta",
          "{'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':''}}",
          "content_block_stop",
          "{'type':'content_block_stop','index':0}",
          "message_delta",
          "{'type':'message_delta','delta':{'stop_reason':'end_turn','stop_sequence':null},"
              + "'usage':{'output_tokens':12}}",
          "message_stop",
          "{'type':'message_stop'}");

  static final String ANTHROPIC_TOOL =
      events(
          "message_start",
          "{'type':'message_start','message':{'id':'msg_02'}}",
          "content_block_start",
          "{'type':'content_block_start','index':0,'content_block':{'type':'thinking',"
              + "'thinking':'','signature':''}}",
          "content_block_delta",
          "{'type':'content_block_delta','index':0,'delta':{'type':'thinking_delta',"
              + "'thinking':'CANARY'}}",
          "content_block_delta",
          "{'type':'content_block_delta','index':0,'delta':{'type':'signature_delta',"
              + "'signature':'CANARY'}}",
          "content_block_stop",
          "{'type':'content_block_stop','index':0}",
          "content_block_start",
          "{'type':'content_block_start','index':1,'content_block':{'type':'tool_use',"
              + "'id':'toolu_01','name':'get_weather','input':{}}}",
          "content_block_delta",
          "{'type':'content_block_delta','index':1,'delta':{'type':'input_json_delta',"
              + "'partial_json':''}}",
          "content_block_delta",
          "{'type':'content_block_delta','index':1,'delta':{'type':'input_json_delta',"
              + "'partial_json':'{\\'city\\': \\'CANARY\\'}'}}",
          "content_block_stop",
          "{'type':'content_block_stop','index':1}",
          "message_delta",
          "{'type':'message_delta','delta':{'stop_reason':'tool_use'}}",
          "message_stop",
          "{'type':'message_stop'}");

  static final String CHAT_TEXT =
      data(
          chunk("'delta':{'role':'assistant','content':'','refusal':null}", "null"),
          chunk("'delta':{'content':'CANARY'}", "null"),
          chunk("'delta':{'content':'CANARY \\\\ and more'}", "null"),
          chunk("'delta':{}", "'stop'"),
          "{'id':'chatcmpl-1','object':'chat.completion.chunk','choices':[],"
              + "'usage':{'total_tokens':9}}",
          "[DONE]");

  static final String CHAT_TOOLS =
      data(
          chunk("'delta':{'role':'assistant','content':null}", "null"),
          chunk("'delta':{'reasoning_content':'CANARY'}", "null"),
          toolChunk("'index':0,'id':'call_a','type':'function'", "get_weather", ""),
          toolChunk("'index':0", null, "{\\'city\\': \\'CANARY }"),
          toolChunk("'index':0", null, " \\\\\\' {\\', \\'n\\': {}"),
          toolChunk("'index':0", null, "}"),
          toolChunk("'index':1,'id':'call_b','type':'function'", "no_arguments", ""),
          toolChunk("'index':2,'id':'call_c','type':'function'", "open_ended", "{\\'a\\': ["),
          chunk("'delta':{}", "'tool_calls'"),
          "[DONE]");

  static final String RESPONSES_TEXT =
      typed(
          "{'type':'response.created','sequence_number':0,'response':{'id':'resp_1',"
              + "'status':'in_progress','output':[]}}",
          "{'type':'response.in_progress','sequence_number':1,'response':{'id':'resp_1'}}",
          "{'type':'response.output_item.added','sequence_number':2,'output_index':0,"
              + "'item':{'id':'rs_1','type':'reasoning','summary':[]}}",
          "{'type':'response.reasoning_summary_text.delta','sequence_number':3,'output_index':0,"
              + "'delta':'CANARY'}",
          "{'type':'response.output_item.added','sequence_number':4,'output_index':1,"
              + "'item':{'id':'msg_1','type':'message','content':[]}}",
          "{'type':'response.output_text.delta','sequence_number':5,'output_index':1,"
              + "'delta':'CANARY','logprobs':[],'obfuscation':'xyz'}",
          "{'type':'response.output_text.delta','sequence_number':6,'output_index':1,"
              + "'delta':'CANARY'}",
          "{'type':'response.output_text.delta','sequence_number':6,'output_index':1,"
              + "'delta':'CANARY again'}",
          "{'type':'response.output_text.done','sequence_number':7,'text':'CANARY'}",
          "{'type':'response.output_item.done','sequence_number':8,'output_index':1,"
              + "'item':{'type':'message','content':[{'type':'output_text','text':'CANARY'}]}}",
          "{'type':'response.completed','sequence_number':9,'response':{'id':'resp_1',"
              + "'status':'completed','output':[{'type':'message',"
              + "'content':[{'text':'CANARY'}]}]}}");

  static final String RESPONSES_TOOLS =
      typed(
          "{'type':'response.created','response':{'id':'resp_2'}}",
          "{'type':'response.output_item.added','output_index':0,'item':{'type':'function_call',"
              + "'call_id':'call_1','name':'get_weather','arguments':''}}",
          "{'type':'response.function_call_arguments.delta','output_index':0,'delta':'CANARY'}",
          "{'type':'response.function_call_arguments.done','output_index':0,"
              + "'arguments':'CANARY'}",
          "{'type':'response.output_item.done','output_index':0,'item':{'type':'function_call',"
              + "'call_id':'call_1','name':'get_weather','arguments':'CANARY'}}",
          "{'type':'response.web_search_call.searching','output_index':1,'item_id':'ws_1'}",
          "{'type':'response.completed','response':{'id':'resp_2',"
              + "'output':[{'type':'function_call','arguments':'CANARY'}]}}");

  static final String ANTHROPIC_DOCUMENT =
      json(
          "{'id':'msg_03','type':'message','role':'assistant','content':[{'type':'text',"
              + "'text':'CANARY'},{'type':'tool_use','id':'toolu_03','name':'get_weather',"
              + "'input':{'city':'CANARY'}}],'stop_reason':'tool_use'}");

  static final String CHAT_DOCUMENT =
      json(
          "{'id':'chatcmpl-3','object':'chat.completion','choices':[{'index':0,"
              + "'message':{'role':'assistant','content':'CANARY','tool_calls':[{'id':'call_3',"
              + "'type':'function','function':{'name':'get_weather','arguments':'{}'}}]},"
              + "'finish_reason':'tool_calls'}]}");

  static final String RESPONSES_DOCUMENT =
      json(
          "{'id':'resp_3','status':'completed','error':null,'output':[{'type':'message',"
              + "'content':[{'type':'output_text','text':'CANARY'}]},{'type':'function_call',"
              + "'call_id':'call_3','name':'get_weather','arguments':'CANARY'}]}");

  /** Whole responses, head and all, by name. */
  static Map<String, byte[]> wholeResponses() {
    var all = new LinkedHashMap<String, byte[]>();
    for (var stream : streams().entrySet()) {
      byte[] body = stream.getValue().getBytes(UTF_8);
      all.put(stream.getKey() + " until close", (streamHead() + stream.getValue()).getBytes(UTF_8));
      all.put(stream.getKey() + " chunked", chunked(body, 37));
      all.put(
          stream.getKey() + " with CRLF",
          (streamHead() + stream.getValue().replace("\n", "\r\n")).getBytes(UTF_8));
    }
    all.put("anthropic document", document(200, ANTHROPIC_DOCUMENT).getBytes(UTF_8));
    all.put("chat document", document(200, CHAT_DOCUMENT).getBytes(UTF_8));
    all.put("responses document", document(200, RESPONSES_DOCUMENT).getBytes(UTF_8));
    all.put("responses error", document(429, error("rate_limit_exceeded")).getBytes(UTF_8));
    all.putAll(BedrockSamples.wholeResponses());
    all.putAll(GeminiSamples.wholeResponses());
    all.putAll(OllamaSamples.wholeResponses());
    return all;
  }

  static Map<String, String> streams() {
    var all = new LinkedHashMap<String, String>();
    all.put("anthropic text", ANTHROPIC_TEXT);
    all.put("anthropic tool", ANTHROPIC_TOOL);
    all.put("chat text", CHAT_TEXT);
    all.put("chat tools", CHAT_TOOLS);
    all.put("responses text", RESPONSES_TEXT);
    all.put("responses tools", RESPONSES_TOOLS);
    return all;
  }

  static List<String> names() {
    return List.copyOf(wholeResponses().keySet());
  }

  static Dialect dialectOf(String name) {
    return switch (name.charAt(0)) {
      case 'a' -> Dialect.ANTHROPIC_MESSAGES;
      case 'b' -> Dialect.BEDROCK;
      case 'c' -> Dialect.OPENAI_CHAT;
      case 'g' -> Dialect.GEMINI;
      case 'o' -> Dialect.OLLAMA;
      default -> Dialect.OPENAI_RESPONSES;
    };
  }

  static String streamHead() {
    return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\n\r\n";
  }

  static String document(int status, String body) {
    return "HTTP/1.1 "
        + status
        + " Whatever\r\nContent-Type: application/json\r\nContent-Length: "
        + body.getBytes(UTF_8).length
        + "\r\n\r\n"
        + body;
  }

  static String error(String code) {
    return json("{'error':{'message':'CANARY','type':'some_type','code':'" + code + "'}}");
  }

  static byte[] chunked(byte[] body, int size) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
            .getBytes(UTF_8));
    for (int at = 0; at < body.length; at += size) {
      int length = Math.min(size, body.length - at);
      out.writeBytes((Integer.toHexString(length) + ";ext=1\r\n").getBytes(UTF_8));
      out.write(body, at, length);
      out.writeBytes("\r\n".getBytes(UTF_8));
    }
    out.writeBytes("0\r\nTrailer: x\r\n\r\n".getBytes(UTF_8));
    return out.toByteArray();
  }

  /** JSON with single quotes for double ones. */
  static String json(String quoted) {
    return quoted.replace('\'', '"');
  }

  static String data(String... objects) {
    var out = new StringBuilder();
    for (String object : objects) {
      out.append("data: ").append(json(object)).append("\n\n");
    }
    return out.toString();
  }

  static String events(String... namesAndObjects) {
    var out = new StringBuilder();
    for (int i = 0; i < namesAndObjects.length; i += 2) {
      out.append("event: ").append(namesAndObjects[i]).append('\n');
      out.append(data(namesAndObjects[i + 1]));
    }
    return out.toString();
  }

  private static String typed(String... objects) {
    var out = new StringBuilder();
    for (String object : objects) {
      String type = object.split("'", 5)[3];
      out.append(events(type, object));
    }
    return out.toString();
  }

  static String chunk(String delta, String finish) {
    return "{'id':'chatcmpl-1','object':'chat.completion.chunk','created':1,'model':'m',"
        + "'choices':[{'index':0,"
        + delta
        + ",'logprobs':null,'finish_reason':"
        + finish
        + "}]}";
  }

  static String toolChunk(String about, @Nullable String name, String arguments) {
    String function = name == null ? "" : "'name':'" + name + "',";
    return chunk(
        "'delta':{'tool_calls':[{"
            + about
            + ",'function':{"
            + function
            + "'arguments':'"
            + arguments
            + "'}}]}",
        "null");
  }
}
