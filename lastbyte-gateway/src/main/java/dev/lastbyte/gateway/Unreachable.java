// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

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
record Unreachable(String code, String message) {

  static Unreachable because(LookupFailure why) {
    return switch (why) {
      case NOT_FOUND -> new Unreachable("net.dns_not_found", "the provider's name does not exist");
      case TEMPORARY ->
          new Unreachable("net.dns_temporary", "the provider's name cannot be looked up now");
      case TIMEOUT ->
          new Unreachable("net.dns_timeout", "looking up the provider's name took too long");
    };
  }

  static Unreachable because(DialFailure why) {
    return switch (why) {
      case REFUSED -> new Unreachable("net.connect_refused", "the provider refused the connection");
      case TIMEOUT ->
          new Unreachable("net.connect_timeout", "the provider did not answer the connection");
      case UNREACHABLE -> new Unreachable("net.unreachable", "there is no route to the provider");
      case OFFLINE -> new Unreachable("net.offline", "this machine has no network");
      case EXHAUSTED ->
          new Unreachable("local.setup", "this machine lets the gateway open no more connections");
      case OTHER -> new Unreachable("net.unreachable", "the provider cannot be connected to");
    };
  }

  static Unreachable because(TlsFailure why) {
    return switch (why) {
      case CERTIFICATE ->
          new Unreachable("net.tls_certificate", "the provider's certificate was not accepted");
      case HANDSHAKE ->
          new Unreachable("net.tls_handshake", "the TLS handshake with the provider broke");
      case CLOSED ->
          new Unreachable("net.tls_handshake", "the provider closed during the TLS handshake");
      case TIMEOUT ->
          new Unreachable("net.tls_handshake", "the TLS handshake with the provider took too long");
    };
  }

  /** The connection was there, and gone before it could be used. */
  static Unreachable lost() {
    return new Unreachable("net.unreachable", "the connection to the provider was lost");
  }

  static Unreachable because(ProxyFailure why) {
    return switch (why) {
      case AUTH -> new Unreachable("net.proxy_auth", "the proxy demands a login, or another one");
      case FORBIDDEN ->
          new Unreachable(
              "net.proxy_connect", "the proxy does not allow to connect to the provider");
      case REFUSED ->
          new Unreachable("net.proxy_connect", "the proxy could not connect to the provider");
      case CLOSED ->
          new Unreachable("net.proxy_connect", "the proxy cannot be reached, or closed on us");
      case TIMEOUT -> new Unreachable("net.proxy_connect", "the proxy did not answer");
    };
  }
}
