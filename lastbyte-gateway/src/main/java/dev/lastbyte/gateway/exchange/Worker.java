// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.exchange;

import dev.lastbyte.gateway.recording.RunCheckpointer;
import dev.lastbyte.gateway.transport.EventLoopContext;
import dev.lastbyte.gateway.upstream.UpstreamPools;

/** What one event loop of the gateway works with. Used on that loop only. */
public record Worker(EventLoopContext context, UpstreamPools pools, RunCheckpointer checkpointer) {}
