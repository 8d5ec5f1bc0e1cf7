// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.Vantage;
import dev.lastbyte.harness.Venue;
import dev.lastbyte.harness.script.Verb;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The way to the provider fails: name, connection, proxy and handshake. Nothing of the request has
 * left, so that what may succeed later is tried again, and what is wrong for good is not.
 */
final class ConnectScenarios {
  private static final String SAFE = "safe_auto_retry";
  private static final String STOP = "no_retry";
  private static final Set<Dialect> DIALECTS = EnumSet.allOf(Dialect.class);

  private ConnectScenarios() {}

  static List<Scenario> all() {
    return List.of(
        unreached(
            "dns-nxdomain",
            Venue.UNKNOWN_NAME,
            Framing.CHUNKED,
            key("net.dns_not_found@resolve/network", "nobody", "none", STOP)),
        unreached(
            "connect-blackhole",
            Venue.FULL_BACKLOG,
            Framing.CHUNKED,
            key("net.connect_timeout@connect/network", "client", "any", SAFE)),
        answered("proxy-connect-ok", Venue.PROXY, Scenarios.WELL),
        answered(
            "proxy-connect-403",
            Venue.PROXY_403,
            key("net.proxy_connect@connect/local_proxy", "local_proxy", "fin", STOP)),
        answered(
            "proxy-connect-407",
            Venue.PROXY_407,
            key("net.proxy_auth@connect/local_proxy", "local_proxy", "fin", STOP)),
        answered(
            "proxy-connect-eof",
            Venue.PROXY_EOF,
            key("net.proxy_connect@connect/local_proxy", "local_proxy", "fin", SAFE)),
        answered(
            "tls-untrusted",
            Venue.UNTRUSTED_CERTIFICATE,
            key("net.tls_certificate@tls/provider", "client", "any", STOP)),
        answered(
            "tls-wrong-host",
            Venue.WRONG_HOST_CERTIFICATE,
            key("net.tls_certificate@tls/provider", "client", "any", STOP)),
        unreached(
            "tls-handshake-alert",
            Venue.HANDSHAKE_ALERT,
            Framing.TLS,
            key("net.tls_handshake@tls/provider", "provider", "fin", SAFE)),
        unreached(
            "tls-handshake-fin",
            Venue.HANDSHAKE_FIN,
            Framing.TLS,
            key("net.tls_handshake@tls/provider", "provider", "fin", SAFE)),
        unreached(
            "tls-stall",
            Venue.HANDSHAKE_STALL,
            Framing.TLS,
            key("net.tls_handshake@tls/provider", "client", "any", SAFE)),
        // an upgrade that a server does not know is no fault (RFC 9110 §7.8)
        told("h2c-upgrade-to-h1-server", Framing.CHUNKED, Scenarios.ANSWER, Scenarios.WELL));
  }

  private static Scenario unreached(String name, Venue venue, Framing framing, AnswerKey key) {
    var verb = new Verb.Unreached(venue.name().toLowerCase(Locale.ROOT));
    return new Elsewhere(told(name, framing, new Plot.Unreached(verb), key), venue);
  }

  /** Whoever gets through all the same is answered well. */
  private static Scenario answered(String name, Venue venue, AnswerKey key) {
    return new Elsewhere(told(name, Framing.TLS, Scenarios.ANSWER, key), venue);
  }

  private static Told told(String name, Framing framing, Plot plot, AnswerKey key) {
    return new Told(name, DIALECTS, EnumSet.of(framing), plot, (Dialect d, Vantage v) -> key);
  }

  private static AnswerKey key(String code, String closedBy, String closedHow, String retry) {
    return AnswerKey.of(code, "before_connection", closedBy, closedHow, retry);
  }
}
