// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.engine;

import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.EndAction;
import dev.lastbyte.harness.script.Field;
import dev.lastbyte.harness.script.Script;
import dev.lastbyte.harness.script.Step;
import dev.lastbyte.harness.text.Json;
import java.util.ArrayList;
import java.util.List;

/** A small whole response in the server's own name; it goes out with a length. */
public record Reply(int status, String reason, String contentType, String body) {

  /** An error in one sentence. */
  public static Reply error(int status, String reason, String message) {
    var error = new Json().with("message", message).with("type", "harness_error");
    String body = new Json().withRaw("error", error).toString();
    return new Reply(status, reason, "application/json", body);
  }

  /** What a client gets that sent no request that we take. */
  public static Reply badRequest(String rule) {
    return error(400, "Bad Request", rule);
  }

  /**
   * The response to that request. After HEAD the body stays away (RFC 9110 §9.3.2), and a
   * connection that is not kept says so.
   */
  public Script to(RequestHead head) {
    return script(head.keepsAlive(), head.method().equals("HEAD"));
  }

  /** The last response on a connection, to something that was no request. */
  public Script toNobody() {
    return script(false, false);
  }

  private Script script(boolean keepAlive, boolean headOnly) {
    var fields = new ArrayList<Field>();
    fields.add(new Field("content-type", contentType));
    if (!keepAlive) {
      fields.add(new Field("connection", "close"));
    }
    Bytes payload = Bytes.of(body);
    var steps = new ArrayList<Step>(List.of(new Step.Head(status, reason, fields, payload.size())));
    if (!headOnly) {
      steps.add(new Step.Body(payload));
    }
    return new Script(steps, new EndAction.EndOfMessage());
  }
}
