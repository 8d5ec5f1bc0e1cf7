// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules.cause;

/** Attempts that never had a connection to speak on. */
final class NetCauseText {

  private NetCauseText() {}

  static final CauseText DNS_NOT_FOUND =
      new CauseText(
          "The look-up of the name was answered, and it has no address (NXDOMAIN, or an"
              + " empty one).",
          CauseText.EARLIER_END,
          "Ask a second resolver: a split or filtered DNS gives other addresses.",
          "Check the base URL for a misspelt host; then the resolver, a VPN, and a blocking DNS"
              + " filter.");

  static final CauseText DNS_TEMPORARY =
      new CauseText(
          "The resolver answered that it cannot answer now (SERVFAIL).",
          CauseText.EARLIER_END,
          "Ask a second resolver at the same time.",
          "Try again; if it stays, look at the resolver or at the zone's own servers.");

  static final CauseText DNS_TIMEOUT =
      new CauseText(
          "The look-up had no response within the resolver's own limit.",
          CauseText.EARLIER_END,
          "Ask a second resolver at the same time, and see whether this machine has a network at"
              + " all.",
          "Check the way to the resolver; a VPN that has just come or gone is the usual reason.");

  static final CauseText OFFLINE =
      new CauseText(
          "The dial failed, and the reason says that this machine has no network.",
          CauseText.EARLIER_END,
          "Record the network interfaces' changes on this machine.",
          "Wait for the network; replay then.");

  static final CauseText CONNECT_REFUSED =
      new CauseText(
          "The dial was answered with a reset (ECONNREFUSED): somebody is at that address and does"
              + " not listen.",
          CauseText.EARLIER_END,
          "Capture the dial's packets: a firewall can answer in the server's name.",
          "Check host and port; for a local server or proxy, whether it runs.");

  static final CauseText CONNECT_TIMEOUT =
      new CauseText(
          "The dial had no response, and the kernel or the dialler gave up. A timer of the client's"
              + " own is watchdog.connect instead.",
          CauseText.EARLIER_END,
          "Trace the route to the address, from here and from elsewhere.",
          "Look for a firewall that drops silently, a dead address in the name's answer, or IPv6"
              + " without a route.");

  static final CauseText UNREACHABLE =
      new CauseText(
          "The dial failed with no route to the host or to its network.",
          CauseText.EARLIER_END,
          "Record this machine's routes at that moment.",
          "Check the routes: VPN, IPv6, a container's network.");

  static final CauseText PROXY_CONNECT =
      new CauseText(
          "The proxy was asked to open the connection and answered with a refusal, closed, or did"
              + " not answer in time.",
          CauseText.EARLIER_END,
          "Read the proxy's own log: it knows which side failed.",
          "Ask whoever runs the proxy whether the destination is allowed; test without it. Where it"
              + " answered with a status from 400 to 499, other than 408 and 429, it is not"
              + " allowed, and trying again is of no use.");

  static final CauseText PROXY_AUTH =
      new CauseText(
          "The proxy demanded a login (407).",
          CauseText.EARLIER_END,
          "Nothing: the status is the proof.",
          "Give the client the proxy's credentials; many read them from the environment only.");

  static final CauseText TLS_HANDSHAKE =
      new CauseText(
          "The handshake broke: an alert, an unusable version or cipher, bytes that are not TLS, or"
              + " a close in its middle.",
          CauseText.EARLIER_END,
          "Capture the handshake: the alert names the reason, and the certificate names who"
              + " answered.",
          "Look for a proxy that inspects TLS, plain HTTP on a TLS port, and an old TLS library.");

  static final CauseText TLS_CERTIFICATE =
      new CauseText(
          "The peer's certificate was not accepted: untrusted, expired, or for another host.",
          CauseText.EARLIER_END,
          "Keep the certificate's issuer: it tells an inspecting proxy from the provider.",
          "Trust the company's own authority where one inspects TLS; else check the clock and the"
              + " host name. Do not switch verification off.");
}
