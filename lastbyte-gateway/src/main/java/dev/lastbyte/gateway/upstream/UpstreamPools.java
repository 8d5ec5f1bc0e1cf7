// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.upstream;

import dev.lastbyte.gateway.transport.EventLoopContext;

/** The connections to providers that one event loop keeps. Used on that loop only. */
public record UpstreamPools(
    EventLoopContext context, Http1ConnectionPool http1, Http2ConnectionPool http2) {}
