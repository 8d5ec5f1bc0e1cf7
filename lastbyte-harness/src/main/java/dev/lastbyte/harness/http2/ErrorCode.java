// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.http2;

/** Why a stream or a connection was ended (RFC 9113 §7). */
public enum ErrorCode {
  /** All is well. */
  NO_ERROR(0x0),
  /** The peer broke the protocol. */
  PROTOCOL_ERROR(0x1),
  /** Something of our own went wrong. */
  INTERNAL_ERROR(0x2),
  /** The peer sent more than it was allowed. */
  FLOW_CONTROL_ERROR(0x3),
  /** The settings were not acknowledged in time. */
  SETTINGS_TIMEOUT(0x4),
  /** A frame came for a stream that had ended. */
  STREAM_CLOSED(0x5),
  /** A frame was longer or shorter than it may be. */
  FRAME_SIZE_ERROR(0x6),
  /** The stream was turned away before anything was done about it. */
  REFUSED_STREAM(0x7),
  /** The stream is no longer needed. */
  CANCEL(0x8),
  /** The tables of the header compression have parted. */
  COMPRESSION_ERROR(0x9),
  /** The connection behind a CONNECT was reset. */
  CONNECT_ERROR(0xa),
  /** The peer asks too much. */
  ENHANCE_YOUR_CALM(0xb),
  /** The transport is not safe enough. */
  INADEQUATE_SECURITY(0xc),
  /** HTTP/1.1 is wanted instead. */
  HTTP_1_1_REQUIRED(0xd);

  private final int code;

  ErrorCode(int code) {
    this.code = code;
  }

  /** The number on the wire. */
  public int code() {
    return code;
  }
}
