// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * TLS on a TCP connection that stays ours: ending or resetting the TCP connection itself is how TLS
 * ends without a close_notify.
 */
public final class TlsSession {
  private final Socket tcp;
  private final SSLSocket tls;

  private TlsSession(Socket tcp, SSLSocket tls) {
    this.tcp = tcp;
    this.tls = tls;
  }

  /**
   * Shakes hands with a client that has sent nothing yet.
   *
   * @param protocols for ALPN (RFC 7301), the first that the client knows too is taken; a client
   *     that asks for none of them is turned away
   * @throws IOException if the client does not want to, or leaves
   */
  public static TlsSession accept(Socket tcp, SSLContext context, List<String> protocols)
      throws IOException {
    var tls = (SSLSocket) context.getSocketFactory().createSocket(tcp, null, false);
    SSLParameters parameters = tls.getSSLParameters();
    parameters.setApplicationProtocols(protocols.toArray(String[]::new));
    tls.setSSLParameters(parameters);
    tls.startHandshake();
    return new TlsSession(tcp, tls);
  }

  /** What was agreed on by ALPN; empty where the client did not ask. */
  public String protocol() {
    return tls.getApplicationProtocol();
  }

  /** What the client sends. */
  public InputStream in() throws IOException {
    return tls.getInputStream();
  }

  /** What the client is sent. */
  public OutputStream out() throws IOException {
    return tls.getOutputStream();
  }

  /** Sends a close_notify (RFC 8446 §6.1), unless our side has ended; the FIN is not its own. */
  public void end() throws IOException {
    if (!tls.isOutputShutdown() && !tcp.isOutputShutdown()) {
      tls.shutdownOutput();
    }
  }
}
