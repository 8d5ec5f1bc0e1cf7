// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/**
 * Bytes into events: HTTP/1.1 and SSE framing, one package a dialect.
 *
 * <p>Packages use each other in one direction: {@code json, sse, http, awsframe, error.vocabulary
 * <- error <- dialect.reader <- dialect.* <- dialect <- conversation <- wire}, and {@code http <-
 * coding <- wire, websocket}.
 */
@NullMarked
module dev.lastbyte.wire {
  requires transitive dev.lastbyte.core;
  requires static org.jspecify;

  exports dev.lastbyte.wire;
  exports dev.lastbyte.wire.coding;
  exports dev.lastbyte.wire.conversation;
  exports dev.lastbyte.wire.http;
  exports dev.lastbyte.wire.websocket;
}
