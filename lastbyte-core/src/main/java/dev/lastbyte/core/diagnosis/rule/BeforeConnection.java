// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis.rule;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Certainty;
import dev.lastbyte.core.diagnosis.Claim;
import dev.lastbyte.core.diagnosis.Missing;
import dev.lastbyte.core.diagnosis.Origin;
import dev.lastbyte.core.event.ConnectionEvent.DialFailure;
import dev.lastbyte.core.facts.Ending;

/** Attempts that never had a connection to speak on. */
final class BeforeConnection {

  private BeforeConnection() {}

  static Finding notBegun(Ending.NotBegun ending) {
    Cause cause =
        switch (ending.seen().event().why()) {
          case CONFIGURATION -> Cause.LOCAL_CONFIG;
          case PREPARATION -> Cause.LOCAL_SETUP;
          case POOL_TIMEOUT -> Cause.LOCAL_POOL_TIMEOUT;
          case RETRY_BUDGET -> Cause.LOCAL_RETRY_BUDGET;
          case BREAKER_OPEN -> Cause.LOCAL_BREAKER_OPEN;
        };
    return Finding.proven(cause)
        .by(Origin.CLIENT_RUNTIME, Certainty.PROVEN)
        .because(Claim.SETUP_FAILED, ending.seen());
  }

  static Finding noProxy(Ending.NoProxy ending) {
    Cause cause =
        switch (ending.seen().event().why()) {
          case AUTH -> Cause.NET_PROXY_AUTH;
          case FORBIDDEN, REFUSED, CLOSED, TIMEOUT -> Cause.NET_PROXY_CONNECT;
        };
    return Finding.proven(cause)
        .by(Origin.LOCAL_PROXY, Certainty.LIKELY)
        .because(Claim.PROXY_FAILED, ending.seen());
  }

  static Finding noAddress(Ending.NoAddress ending) {
    Cause cause =
        switch (ending.seen().event().why()) {
          case NOT_FOUND -> Cause.NET_DNS_NOT_FOUND;
          case TEMPORARY -> Cause.NET_DNS_TEMPORARY;
          case TIMEOUT -> Cause.NET_DNS_TIMEOUT;
        };
    return Finding.proven(cause)
        .by(Origin.NETWORK, Certainty.LIKELY)
        .because(Claim.NAME_NOT_RESOLVED, ending.seen());
  }

  static Finding noConnection(Ending.NoConnection ending) {
    DialFailure why = ending.seen().event().why();
    Finding finding =
        switch (why) {
          // The address answered, so there is a machine; a firewall can answer in its name.
          case REFUSED ->
              Finding.proven(Cause.NET_CONNECT_REFUSED).by(Origin.PROVIDER, Certainty.LIKELY);
          case TIMEOUT ->
              Finding.proven(Cause.NET_CONNECT_TIMEOUT).by(Origin.NETWORK, Certainty.POSSIBLE);
          case UNREACHABLE ->
              Finding.proven(Cause.NET_UNREACHABLE).by(Origin.NETWORK, Certainty.LIKELY);
          case OFFLINE -> Finding.proven(Cause.NET_OFFLINE).by(Origin.HOST, Certainty.LIKELY);
          case EXHAUSTED -> Finding.proven(Cause.LOCAL_SETUP).by(Origin.HOST, Certainty.LIKELY);
          case OTHER -> Finding.unknown().lacking(Missing.ENDING);
        };
    return finding.because(Claim.DIAL_FAILED, ending.seen());
  }

  static Finding noHandshake(Ending.NoHandshake ending) {
    Finding finding =
        switch (ending.seen().event().why()) {
          case CERTIFICATE ->
              Finding.proven(Cause.NET_TLS_CERTIFICATE).by(Origin.PROVIDER, Certainty.POSSIBLE);
          case HANDSHAKE, CLOSED, TIMEOUT ->
              Finding.proven(Cause.NET_TLS_HANDSHAKE).by(Origin.PROVIDER, Certainty.POSSIBLE);
        };
    return finding.because(Claim.TLS_FAILED, ending.seen());
  }
}
