// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import static dev.lastbyte.harness.scenario.Words.CLIENT;
import static dev.lastbyte.harness.scenario.Words.NEVER;
import static dev.lastbyte.harness.scenario.Words.PROVIDER;
import static dev.lastbyte.harness.scenario.Words.SAFE;

import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.Vantage;
import dev.lastbyte.harness.Venue;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The way to the provider fails: name, connection, proxy and handshake. Nothing of the request has
 * left, so that what may succeed later is tried again, and what is wrong for good is not.
 */
final class WayThere {
  private static final String REMOTE = "remote";
  private static final Set<Framing> TLS = Set.of(Framing.TLS);

  private WayThere() {}

  static List<Scenario> all() {
    return List.of(
        unreached(
                "dns-nxdomain",
                Venue.UNKNOWN_NAME,
                key("net.dns_not_found@resolve/network", "nobody", "none", NEVER))
            .framed(Groups.CHUNKED),
        unreached(
                "connect-blackhole",
                Venue.FULL_BACKLOG,
                givenUp(key("net.connect_timeout@connect/network", CLIENT, "any", SAFE)))
            .framed(Groups.CHUNKED),
        served("proxy-connect-ok", Venue.PROXY, Keys.derived()),
        served(
            "proxy-connect-403",
            Venue.PROXY_403,
            key("net.proxy_connect@connect/local_proxy", REMOTE, "fin", NEVER)),
        served(
            "proxy-connect-407",
            Venue.PROXY_407,
            key("net.proxy_auth@connect/local_proxy", REMOTE, "fin", NEVER)),
        served(
            "proxy-connect-eof",
            Venue.PROXY_EOF,
            key("net.proxy_connect@connect/local_proxy", REMOTE, "fin", SAFE)),
        served("tls-untrusted", Venue.UNTRUSTED_CERTIFICATE, certificateRefused()),
        served("tls-wrong-host", Venue.WRONG_HOST_CERTIFICATE, certificateRefused()),
        unreached(
            "tls-handshake-alert",
            Venue.HANDSHAKE_ALERT,
            key("net.tls_handshake@tls/provider", PROVIDER, "fin", SAFE)),
        unreached(
            "tls-handshake-fin",
            Venue.HANDSHAKE_FIN,
            key("net.tls_handshake@tls/provider", PROVIDER, "fin", SAFE)),
        unreached(
            "tls-stall",
            Venue.HANDSHAKE_STALL,
            givenUp(key("net.tls_handshake@tls/provider", CLIENT, "any", SAFE))),
        // an upgrade that a server does not know is no fault (RFC 9110 §7.8)
        Entry.of("h2c-upgrade-to-h1-server", Plot.ANSWER, Keys.derived()).framed(Groups.CHUNKED));
  }

  private static Entry unreached(String name, Venue venue, Keys keys) {
    return Entry.of(name, Plot.unreached(venue), keys).framed(TLS).at(venue);
  }

  /** Whoever gets through all the same is answered well. */
  private static Entry served(String name, Venue venue, Keys keys) {
    return Entry.of(name, Plot.ANSWER, keys).framed(TLS).at(venue);
  }

  private static Keys certificateRefused() {
    return givenUp(key("net.tls_certificate@tls/provider", CLIENT, "any", NEVER));
  }

  /** Whoever dials breaks it off; seen from a proxy, that is the proxy itself. */
  private static Keys givenUp(Keys keys) {
    UnaryOperator<AnswerKey> itself =
        key -> key.closed("gateway", "any").because("it is the gateway that dials");
    return keys.from(Vantage.GATEWAY, itself).from(Vantage.GATEWAY_AND_AGENT, itself);
  }

  /** The script does not say what happens before it. */
  private static Keys key(String code, String closedBy, String closedHow, String retrySafety) {
    int at = code.indexOf('@');
    int slash = code.indexOf('/', at);
    var key =
        new AnswerKey(
            code.substring(0, at),
            code.substring(at + 1, slash),
            code.substring(slash + 1),
            "before_connection",
            closedBy,
            closedHow,
            retrySafety,
            false,
            false,
            "");
    return asking -> key;
  }
}
