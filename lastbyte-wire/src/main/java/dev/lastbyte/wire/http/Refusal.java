// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.http;

import dev.lastbyte.core.event.Coded;

/**
 * Why an HTTP/1.1 message is not followed, and a request not passed on: another reader of the same
 * bytes could see another message in them (request smuggling, RFC 9112 §11.2).
 */
public enum Refusal implements Coded {
  /** The head is larger than 64 KiB. */
  HEAD_TOO_LARGE,
  /** CR without LF (§2.2). */
  BARE_CR,
  /** LF without CR; allowed for responses (§2.2). */
  BARE_LF,
  /** A control byte, NUL included, in the head (RFC 9110 §5.5). */
  CONTROL_BYTE,
  /** The first line is not a request or status line (§3, §4). */
  BAD_START_LINE,
  /** Not HTTP/1.0 or HTTP/1.1. */
  BAD_VERSION,
  /** A field line without a name, or a name that is no token (RFC 9110 §5.1). */
  BAD_FIELD,
  /** Whitespace between a field's name and the colon (§5.1). */
  SPACE_BEFORE_COLON,
  /** A field continued on the next line (§5.2). */
  LINE_FOLDING,
  /** More than one {@code Host}, or none in an HTTP/1.1 request (§3.2). */
  BAD_HOST,
  /** {@code Content-Length} beside {@code Transfer-Encoding} (§6.3). */
  LENGTH_AND_TRANSFER_ENCODING,
  /** {@code Content-Length}s that differ (§6.3). */
  CONFLICTING_LENGTHS,
  /** A {@code Content-Length} that is no number (§6.3). */
  BAD_LENGTH,
  /** A {@code Transfer-Encoding} that does not end with {@code chunked}, or in HTTP/1.0 (§6.1). */
  BAD_TRANSFER_ENCODING,
  /** A chunk's size or its end is malformed (§7.1). */
  BAD_CHUNK
}
