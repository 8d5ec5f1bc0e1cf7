// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import dev.lastbyte.core.event.Coded;

/** Who ended an attempt. */
public enum Origin implements Coded {
  USER,
  /** A parent agent, a loop guard, a budget, or a newer request. */
  AGENT,
  /** Reload, dispose, shutdown. */
  LIFECYCLE,
  /** The client's own timers. */
  WATCHDOG,
  CLIENT_RUNTIME,
  /** Sleep, kill, out of memory, stall. */
  HOST,
  LOCAL_PROXY,
  NETWORK,
  /** Ours. */
  GATEWAY,
  /** A relay, a CDN, a load balancer. */
  INTERMEDIARY,
  PROVIDER,
  POLICY,
  ACCOUNT,
  TOOL,
  UNKNOWN
}
