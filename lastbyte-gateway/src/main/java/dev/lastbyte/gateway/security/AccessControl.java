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
