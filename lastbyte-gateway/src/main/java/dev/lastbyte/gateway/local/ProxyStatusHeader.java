// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.local;

/**
 * The {@code Proxy-Status} of responses that the gateway gives in a provider's place (RFC 9209): by
 * it, a client tells a 502 of the gateway from one that the provider sent.
 */
final class ProxyStatusHeader {

  private ProxyStatusHeader() {}

  /**
   * The field's value.
   *
   * @param code why, in the words of the response's body
   */
  static String of(String code) {
    return "lastbyte; error=" + errorType(code) + "; details=\"" + code + "\"";
  }

  /** The registered type that says it best (RFC 9209 §2.3). */
  private static String errorType(String code) {
    return switch (code) {
      case "net.dns_not_found", "net.dns_temporary" -> "dns_error";
      case "net.dns_timeout" -> "dns_timeout";
      case "net.connect_refused" -> "connection_refused";
      case "net.connect_timeout" -> "connection_timeout";
      case "net.tls_certificate" -> "tls_certificate_error";
      case "net.tls_handshake" -> "tls_protocol_error";
      case "net.unreachable" -> "destination_ip_unroutable";
      case "net.offline", "net.proxy_connect" -> "destination_unavailable";
      case "net.proxy_auth" -> "proxy_configuration_error";
      default ->
          "proxy_internal_response"; // No provider was reached: the reason is the gateway alone.
    };
  }
}
