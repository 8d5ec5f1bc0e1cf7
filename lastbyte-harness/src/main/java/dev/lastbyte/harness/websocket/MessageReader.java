// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.websocket;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Puts the messages together again that came in several frames (RFC 6455 §5.4). */
final class MessageReader {
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();
  private boolean open;

  /**
   * The message that this data frame ends, or null where it is not at its end.
   *
   * @throws WebSocketException if the frame cannot follow the one before, or the message is no text
   */
  byte @Nullable [] take(WebSocketFrame frame) throws IOException {
    boolean continues = frame.opcode() == WebSocketFrame.CONTINUATION;
    if (continues != open) {
      throw new WebSocketException(
          WebSocketException.PROTOCOL, "a message must end before the next begins");
    }
    if (frame.opcode() == WebSocketFrame.BINARY) {
      throw new WebSocketException(WebSocketException.UNSUPPORTED, "a message must be text");
    }
    message.writeBytes(frame.payload());
    if (message.size() > WebSocketFrame.LONGEST_BYTES) {
      throw new WebSocketException(
          WebSocketException.TOO_BIG, "a message must have at most 16777216 bytes");
    }
    open = !frame.isLast();
    return open ? null : whole();
  }

  private byte[] whole() throws WebSocketException {
    byte[] whole = message.toByteArray();
    message.reset();
    requireText(whole);
    return whole;
  }

  private static void requireText(byte[] bytes) throws WebSocketException {
    try {
      var unused = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException e) {
      throw new WebSocketException(WebSocketException.NOT_UTF_8, "a text must be UTF-8");
    }
  }
}
