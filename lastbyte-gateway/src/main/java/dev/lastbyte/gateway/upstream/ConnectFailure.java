// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.upstream;

import dev.lastbyte.core.event.ConnectionEvent.DialFailure;
import dev.lastbyte.core.event.ConnectionEvent.LookupFailure;
import dev.lastbyte.core.event.ConnectionEvent.ProxyFailure;
import dev.lastbyte.core.event.ConnectionEvent.TlsFailure;

/**
 * Why a provider could not be reached, as a client of the gateway reads it.
 *
 * @param code the cause in the taxonomy's words
 * @param message one sentence, without any part of the request
 */
public record ConnectFailure(String code, String message) implements ConnectResult {

  static ConnectFailure of(LookupFailure reason) {
    return switch (reason) {
      case NOT_FOUND ->
          new ConnectFailure("net.dns_not_found", "the provider's name does not exist");
      case TEMPORARY ->
          new ConnectFailure("net.dns_temporary", "the provider's name cannot be looked up now");
      case TIMEOUT ->
          new ConnectFailure("net.dns_timeout", "looking up the provider's name took too long");
    };
  }

  static ConnectFailure of(DialFailure reason) {
    return switch (reason) {
      case REFUSED ->
          new ConnectFailure("net.connect_refused", "the provider refused the connection");
      case TIMEOUT ->
          new ConnectFailure("net.connect_timeout", "the provider did not answer the connection");
      case UNREACHABLE ->
          new ConnectFailure("net.unreachable", "there is no route to the provider");
      case OFFLINE -> new ConnectFailure("net.offline", "this machine has no network");
      case EXHAUSTED ->
          new ConnectFailure(
              "local.setup", "this machine lets the gateway open no more connections");
      case OTHER -> new ConnectFailure("net.unreachable", "the provider cannot be connected to");
    };
  }

  static ConnectFailure of(TlsFailure reason) {
    return switch (reason) {
      case CERTIFICATE ->
          new ConnectFailure("net.tls_certificate", "the provider's certificate was not accepted");
      case HANDSHAKE ->
          new ConnectFailure("net.tls_handshake", "the TLS handshake with the provider broke");
      case CLOSED ->
          new ConnectFailure("net.tls_handshake", "the provider closed during the TLS handshake");
      case TIMEOUT ->
          new ConnectFailure(
              "net.tls_handshake", "the TLS handshake with the provider took too long");
    };
  }

  /** The connection was there, and gone before it could be used. */
  static ConnectFailure connectionLost() {
    return new ConnectFailure("net.unreachable", "the connection to the provider was lost");
  }

  static ConnectFailure of(ProxyFailure reason) {
    return switch (reason) {
      case AUTH ->
          new ConnectFailure("net.proxy_auth", "the proxy demands a login, or another one");
      case FORBIDDEN ->
          new ConnectFailure(
              "net.proxy_connect", "the proxy does not allow to connect to the provider");
      case REFUSED ->
          new ConnectFailure("net.proxy_connect", "the proxy could not connect to the provider");
      case CLOSED ->
          new ConnectFailure("net.proxy_connect", "the proxy cannot be reached, or closed on us");
      case TIMEOUT -> new ConnectFailure("net.proxy_connect", "the proxy did not answer");
    };
  }
}
