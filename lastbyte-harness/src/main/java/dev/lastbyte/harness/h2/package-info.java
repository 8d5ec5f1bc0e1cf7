// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The server's side of HTTP/2 (RFC 9113) and of its header compression (RFC 7541), as small as a
 * provider of event streams needs it: no server push, no priorities, no trailers of our own, and
 * literals alone in what we send.
 *
 * <pre>
 * connection
 *   stream (0..100 at a time): a request → a handler, in a thread of its own
 *     headers → data (0..n) → end | reset
 * </pre>
 */
@NullMarked
package dev.lastbyte.harness.h2;

import org.jspecify.annotations.NullMarked;
