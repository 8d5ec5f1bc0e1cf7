// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import static dev.lastbyte.harness.scenario.composition.KeyTokens.CLIENT;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.NEVER;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.PROVIDER;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.SAFE;

import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.Endpoint;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.Vantage;
import dev.lastbyte.harness.scenario.composition.AnswerKeys;
import dev.lastbyte.harness.scenario.composition.DialectGroups;
import dev.lastbyte.harness.scenario.composition.ScenarioBehavior;
import dev.lastbyte.harness.scenario.composition.ScenarioEntry;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The way to the provider fails: name, connection, proxy and handshake. Nothing of the request has
 * left, so that what may succeed later is tried again, and what is wrong for good is not.
 */
final class ConnectFailures {
  private static final String REMOTE = "remote";
  private static final Set<Framing> TLS = Set.of(Framing.TLS);

  private ConnectFailures() {}

  static List<Scenario> all() {
    return List.of(
        unreached(
                "dns-nxdomain",
                Endpoint.UNKNOWN_NAME,
                key("net.dns_not_found@resolve/network", "nobody", "none", NEVER))
            .withFramings(DialectGroups.CHUNKED),
        unreached(
                "connect-blackhole",
                Endpoint.FULL_BACKLOG,
                givenUp(key("net.connect_timeout@connect/network", CLIENT, "any", SAFE)))
            .withFramings(DialectGroups.CHUNKED),
        served("proxy-connect-ok", Endpoint.PROXY, AnswerKeys.derived()),
        served(
            "proxy-connect-403",
            Endpoint.PROXY_403,
            key("net.proxy_connect@connect/local_proxy", REMOTE, "fin", NEVER)),
        served(
            "proxy-connect-407",
            Endpoint.PROXY_407,
            key("net.proxy_auth@connect/local_proxy", REMOTE, "fin", NEVER)),
        served(
            "proxy-connect-eof",
            Endpoint.PROXY_EOF,
            key("net.proxy_connect@connect/local_proxy", REMOTE, "fin", SAFE)),
        served("tls-untrusted", Endpoint.UNTRUSTED_CERTIFICATE, certificateRefused()),
        served("tls-wrong-host", Endpoint.WRONG_HOST_CERTIFICATE, certificateRefused()),
        unreached(
            "tls-handshake-alert",
            Endpoint.HANDSHAKE_ALERT,
            key("net.tls_handshake@tls/provider", PROVIDER, "fin", SAFE)),
        unreached(
            "tls-handshake-fin",
            Endpoint.HANDSHAKE_FIN,
            key("net.tls_handshake@tls/provider", PROVIDER, "fin", SAFE)),
        unreached(
            "tls-stall",
            Endpoint.HANDSHAKE_STALL,
            givenUp(key("net.tls_handshake@tls/provider", CLIENT, "any", SAFE))),
        // an upgrade that a server does not know is no fault (RFC 9110 §7.8)
        ScenarioEntry.of(
                "h2c-upgrade-to-h1-server", ScenarioBehavior.TEXT_RESPONSE, AnswerKeys.derived())
            .withFramings(DialectGroups.CHUNKED));
  }

  private static ScenarioEntry unreached(String name, Endpoint endpoint, AnswerKeys keys) {
    return ScenarioEntry.of(name, ScenarioBehavior.connectFailure(endpoint), keys)
        .withFramings(TLS)
        .withEndpoint(endpoint);
  }

  /** A client that gets through all the same is served well. */
  private static ScenarioEntry served(String name, Endpoint endpoint, AnswerKeys keys) {
    return ScenarioEntry.of(name, ScenarioBehavior.TEXT_RESPONSE, keys)
        .withFramings(TLS)
        .withEndpoint(endpoint);
  }

  private static AnswerKeys certificateRefused() {
    return givenUp(key("net.tls_certificate@tls/provider", CLIENT, "any", NEVER));
  }

  /** The dialling side breaks it off; seen from a proxy, that is the proxy itself. */
  private static AnswerKeys givenUp(AnswerKeys keys) {
    UnaryOperator<AnswerKey> itself =
        key -> key.closed("gateway", "any").because("it is the gateway that dials");
    return keys.withKeyFrom(Vantage.GATEWAY, itself).withKeyFrom(Vantage.GATEWAY_AND_AGENT, itself);
  }

  /** The script does not say what happens before it. */
  private static AnswerKeys key(
      String code, String closedBy, String closedHow, String retrySafety) {
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
    return keyCase -> key;
  }
}
