// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.scoreboard.driver;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came of one response so far, by HTTP's framing alone (RFC 9112 §6.3). Written anew, and not
 * taken from the gateway's reader, so that it cannot share its mistakes.
 */
final class Http1Response {

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d{1,9})");
  private static final Pattern CHUNKED = Pattern.compile("(?i)\r\ntransfer-encoding: *chunked");
  private static final String HEAD_END = "\r\n\r\n";

  private final StringBuilder received = new StringBuilder();
  private int headEnd = -1;
  private ResponseBody body = new ResponseBody.UntilClose();

  /** Takes over what came. */
  void add(byte[] bytes, int length) {
    received.append(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    while (headEnd < 0 && received.indexOf(HEAD_END) >= 0) {
      readHead(received.indexOf(HEAD_END) + HEAD_END.length());
    }
    if (headEnd >= 0) {
      body = body.after(received.substring(headEnd));
      received.setLength(headEnd);
    }
  }

  private void readHead(int end) {
    String head = received.substring(0, end);
    Matcher status = STATUS.matcher(head);
    if (status.lookingAt() && status.group(1).startsWith("1") && !status.group(1).equals("101")) {
      received.delete(0, end); // the real head is still to come (RFC 9110 §15.2)
    } else {
      headEnd = end;
      Matcher length = LENGTH.matcher(head);
      if (CHUNKED.matcher(head).find()) {
        body = new ResponseBody.Chunked();
      } else if (length.find()) {
        body = new ResponseBody.Sized(Long.parseLong(length.group(1)));
      }
    }
  }

  /** Whether the status and the headers are there. */
  boolean hasHead() {
    return headEnd >= 0;
  }

  /** How much content came, without framing. */
  long contentBytes() {
    return body.contentBytes();
  }

  /** Whether the message is whole. */
  boolean isWhole() {
    return hasHead() && body.isWhole();
  }
}
