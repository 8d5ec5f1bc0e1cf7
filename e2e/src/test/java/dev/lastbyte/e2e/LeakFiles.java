// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files of other programs with values in every place that their readers look at. */
final class LeakFiles {

  private static final String RUN =
      """
      {"lastbyte":2,"kind":"run","run":"r-#","started_at":"2026-01-31T09:30:00.000Z","provider":"@","@":"@"}
      {"kind":"event","at_nanos":1,"attempt":1,"vantage":"client","type":"request_described","dialect":"openai_chat","model":"@","tools_offered":0,"tool_results":0}
      {"kind":"event","at_nanos":2,"attempt":1,"vantage":"client","type":"correlated","correlation":"request_id","value":"@"}
      {"kind":"event","at_nanos":3,"attempt":1,"vantage":"client","type":"correlated","correlation":"response_id","value":"@"}
      {"kind":"event","at_nanos":4,"attempt":1,"vantage":"client","type":"correlated","correlation":"cf_ray","value":"@"}
      {"kind":"event","at_nanos":5,"attempt":1,"vantage":"client","type":"correlated","correlation":"region","value":"@"}
      {"kind":"event","at_nanos":6,"attempt":1,"vantage":"client","type":"correlated","correlation":"session_id","value":"@"}
      {"kind":"event","at_nanos":7,"attempt":1,"vantage":"client","type":"tool_call_started","index":0,"call":"@","tool":"@"}
      {"kind":"event","at_nanos":8,"attempt":1,"vantage":"client","type":"finish_seen","finish":"other","reason":"@"}
      {"kind":"event","at_nanos":9,"attempt":1,"vantage":"client","type":"go_away_received","code":"@","processed":"yes"}
      {"kind":"event","at_nanos":10,"attempt":1,"vantage":"agent","type":"tool_started","call":"@","effect":"process"}
      {"kind":"event","at_nanos":11,"attempt":1,"vantage":"client","type":"provider_failed","failure":"overloaded","code":"@","in_stream":true}
      {"kind":"event","at_nanos":12,"attempt":1,"vantage":"agent","type":"error_surfaced","chain":[{"type":"@","code":"@","phrase":"terminated"}]}
      {"kind":"event","at_nanos":13,"attempt":1,"vantage":"agent","type":"abort_requested","source":"user","why":"@","from":"@"}
      {"kind":"event","at_nanos":14,"attempt":1,"vantage":"@","type":"@","run":"@"}
      {"lastbyte":2,"kind":"run","run":"@","started_at":"@"}
      @
      """;

  private static final String TRACE =
      """
      {"schema_version":1,"trace_id":"@","session_id":"@","message_id":"@","provider":"@","model":"@",
      "request":{"streaming":true,"tool_choice":"@"},"created_at":1800000000000,"completed_at":1800000001000,
      "stream":{"schema_version":2,"timeline":{"failed_at":1800000001000},
      "error":{"constructor_name":"@","name":"@","message":"@ terminated","code":"@","cause_name":"@","cause_code":"@"},
      "abort":{"provenance_source":"@"},
      "provider":{"request_id":"@","response_id":"@","status_code":500,"safe_headers":{"cf-ray":"@","retry-after":"@"}}},
      "@":"@"}\
      """;

  private LeakFiles() {}

  static Path events(Path folder, List<String> values) throws IOException {
    return written(folder.resolve("events.ndjson"), filled(RUN, values, ""));
  }

  static Path export(Path folder, List<String> values) throws IOException {
    return written(
        folder.resolve("export.json"),
        "{\"format\":\"pawwork-session-export\",\"schema_version\":1,\"diagnostics\":{\"llm_traces\":["
            + filled(TRACE, values, ",")
            + "]}}");
  }

  private static String filled(String text, List<String> values, String between) {
    return IntStream.range(0, values.size())
        .mapToObj(i ->
            text.replace("#", String.valueOf(i)).replace("@", LeakyResponses.inJson(values.get(i))))
        .collect(Collectors.joining(between));
  }

  private static Path written(Path file, String text) throws IOException {
    return Files.write(file, text.getBytes(UTF_8));
  }
}
