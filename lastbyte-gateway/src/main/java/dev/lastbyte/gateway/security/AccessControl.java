// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.security;

import dev.lastbyte.gateway.local.LocalResponse;
import dev.lastbyte.wire.http.HeaderFields;
import org.jspecify.annotations.Nullable;

/**
 * Which clients are let in, and how far.
 *
 * @param token what a client must send, or null for nothing
 * @param hosts the names of the gateway itself
 */
public record AccessControl(@Nullable AccessToken token, AllowedHosts hosts) {

  /** Why a request goes nowhere at all, or null if it may. */
  @Nullable
  public LocalResponse refusal(HeaderFields fields) {
    return token == null || token.admits(fields)
        ? null
        : LocalResponse.error(
            407,
            "token_needed",
            "this gateway serves those who send its token as x-lastbyte-token, or as the password"
                + " of a Basic proxy-authorization");
  }

  /** Why a request must not go on to an upstream that no page of the web may reach, or null. */
  @Nullable
  public LocalResponse refusalOfPrivateUpstream(HeaderFields fields) {
    return hosts.allowsToPrivateUpstream(fields)
        ? null
        : LocalResponse.error(
            403,
            "foreign_host",
            "an upstream on this machine or a private network is asked for by a name or an address"
                + " of the gateway itself; further names are given with --host");
  }

  /** Why a request must not see the gateway's own pages, or null if it may. */
  @Nullable
  public LocalResponse refusalOfAdmin(HeaderFields fields) {
    return hosts.allows(fields)
        ? null
        : LocalResponse.error(
            403,
            "not_local",
            "this is for programs that ask for the gateway by a name or an address of its own");
  }
}
