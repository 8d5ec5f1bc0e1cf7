// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.upstream;

import org.jspecify.annotations.Nullable;

/**
 * A provider, as connections to it are made and requests to it are addressed.
 *
 * @param name the name under which clients ask for it
 * @param priorKnowledge whether HTTP/2 is spoken from the first byte on (RFC 9113 §3.3)
 * @param host the name or address to connect to; an IPv6 address without its brackets
 * @param authority what the {@code Host} header says (RFC 9110 §7.2)
 * @param basePath what stands before the rest of a request's path; empty or begins with a slash
 * @param proxy what opens connections to it, or null if it is reached directly
 */
public record UpstreamTarget(
    String name,
    boolean tls,
    boolean priorKnowledge,
    String host,
    int port,
    String authority,
    String basePath,
    @Nullable ProxyAddress proxy) {}
