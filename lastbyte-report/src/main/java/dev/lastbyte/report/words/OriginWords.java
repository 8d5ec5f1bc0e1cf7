// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.words;

import dev.lastbyte.core.diagnosis.Origin;

/** Who ended an attempt. */
public final class OriginWords {

  private OriginWords() {}

  /** A noun phrase. */
  public static String who(Origin origin) {
    return switch (origin) {
      case USER -> "the user";
      case AGENT -> "the agent: a parent, a loop guard, a budget, or a newer request";
      case LIFECYCLE -> "a reload, a dispose or a shutdown of the program";
      case WATCHDOG -> "the client's own timers";
      case CLIENT_RUNTIME -> "the client's own machinery";
      case HOST -> "this machine: sleep, kill, lack of memory, stall";
      case LOCAL_PROXY -> "the proxy that the client was told to use";
      case NETWORK -> "the network, name servers included";
      case GATEWAY -> "Lastbyte's own gateway";
      case INTERMEDIARY -> "a relay, a CDN or a load balancer in between";
      case PROVIDER -> "the provider, or whoever holds the far end in its name";
      case POLICY -> "a policy on content";
      case ACCOUNT -> "the account: its credentials, rights, quota or bill";
      case TOOL -> "a tool, or whoever ran it";
      case UNKNOWN -> "nobody who is known";
    };
  }
}
