// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.http1;

import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.EndAction;
import dev.lastbyte.harness.script.Field;
import dev.lastbyte.harness.script.Script;
import dev.lastbyte.harness.script.Step;
import java.util.ArrayList;
import java.util.List;

/** HTTP/1.1 in bytes, in one of its framings (RFC 9112). Pure. */
record Http1Format(Framing framing) {
  private static final Bytes LINE_END = Bytes.of("\r\n");

  Http1Format {
    if (framing == Framing.H2 || framing == Framing.WEBSOCKET) {
      throw new IllegalArgumentException(
          "framing must be one of HTTP/1.1, but was " + framing.token());
    }
  }

  Bytes interim(Step.Interim interim) {
    return head(interim.status(), interim.reason(), interim.fields());
  }

  Bytes head(Step.Head head) {
    var fields = new ArrayList<>(head.fields());
    switch (framing) {
      case CHUNKED, TLS -> fields.add(new Field("transfer-encoding", "chunked"));
      case LENGTH -> fields.add(new Field("content-length", Long.toString(head.wholeBytes())));
      case CLOSE_DELIMITED -> fields.add(new Field("connection", "close"));
      case H2, WEBSOCKET -> throw new IllegalStateException("not HTTP/1.1");
    }
    return head(head.status(), head.reason(), fields);
  }

  /** One whole chunk, or just as it is. */
  Bytes payload(Bytes payload) {
    return isChunked()
        ? Bytes.joined(
            List.of(Bytes.of(Integer.toHexString(payload.size())), LINE_END, payload, LINE_END))
        : payload;
  }

  /** The last chunk (RFC 9112 §7.1), or nothing. */
  Bytes endOfMessage() {
    return isChunked() ? Bytes.of("0\r\n\r\n") : Bytes.NONE;
  }

  /** Every byte of a script, in order; what its verb repeats is not in it. */
  Bytes whole(Script script) {
    var writes = new ArrayList<Bytes>();
    for (Step step : script.steps()) {
      if (step instanceof Step.Write write) {
        writes.add(write(write));
      }
    }
    if (script.endAction() instanceof EndAction.EndOfMessage) {
      writes.add(endOfMessage());
    }
    return Bytes.joined(writes);
  }

  private Bytes write(Step.Write write) {
    return switch (write) {
      case Step.Interim interim -> interim(interim);
      case Step.Head head -> head(head);
      case Step.Content content -> payload(content.payload());
      case Step.Raw raw -> raw.bytes();
    };
  }

  private boolean isChunked() {
    return framing == Framing.CHUNKED || framing == Framing.TLS;
  }

  private static Bytes head(int status, String reason, List<Field> fields) {
    var text = new StringBuilder("HTTP/1.1 " + status + " " + reason + "\r\n");
    fields.forEach(
        field -> text.append(field.name()).append(": ").append(field.value()).append("\r\n"));
    return Bytes.of(text + "\r\n");
  }
}
