// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/**
 * The recording reverse proxy: bytes go through as they came, and a run log is kept beside them.
 */
@NullMarked
module dev.lastbyte.gateway {
  requires static org.jspecify;
  requires com.aayushatharva.brotli4j;
  requires com.fasterxml.jackson.core;
  requires com.github.luben.zstd_jni;
  requires dev.lastbyte.report;
  requires dev.lastbyte.wire;
  requires io.netty.buffer;
  requires io.netty.codec;
  requires io.netty.codec.http2;
  requires io.netty.common;
  requires io.netty.handler;
  requires io.netty.transport;
  requires io.netty.transport.classes.epoll;
  requires transitive dev.lastbyte.core;
  requires transitive dev.lastbyte.store;

  exports dev.lastbyte.gateway;
}
