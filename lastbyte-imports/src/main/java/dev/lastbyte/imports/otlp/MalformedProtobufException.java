// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.otlp;

import java.io.IOException;
import java.io.Serial;

/** Bytes that are no protobuf message. */
final class MalformedProtobufException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  MalformedProtobufException() {
    super("no protobuf message");
  }
}
