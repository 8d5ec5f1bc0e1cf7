// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.security;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** TLS towards providers: the JDK's engine, the JDK's authorities and those of one more file. */
public final class UpstreamTls {

  /** HTTP/2 if the other side can, else HTTP/1.1 (RFC 7301). */
  public static final ApplicationProtocolConfig HTTP2_OR_HTTP1 =
      new ApplicationProtocolConfig(
          ApplicationProtocolConfig.Protocol.ALPN,
          ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
          ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
          ApplicationProtocolNames.HTTP_2,
          ApplicationProtocolNames.HTTP_1_1);

  private final SslContext http1;
  private final SslContext http2OrHttp1;

  private UpstreamTls(SslContext http1, SslContext both) {
    this.http1 = http1;
    this.http2OrHttp1 = both;
  }

  /**
   * The context of a connection to a provider.
   *
   * @param http2 whether to offer HTTP/2 too (RFC 7301)
   */
  public SslContext context(boolean http2) {
    return http2 ? http2OrHttp1 : http1;
  }

  /**
   * Trusts the authorities of the JDK and those of a file.
   *
   * @param extra a PEM file of further authorities, or null
   * @throws IllegalArgumentException if the file cannot be read or holds no certificate
   */
  public static UpstreamTls trusting(@Nullable Path extra) {
    try {
      var builder = SslContextBuilder.forClient().sslProvider(SslProvider.JDK);
      if (extra != null) {
        builder.trustManager(trustOf(extra));
      }
      SslContext http1 = builder.build();
      return new UpstreamTls(http1, builder.applicationProtocolConfig(HTTP2_OR_HTTP1).build());
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "the trusted certificates must be a readable PEM file, but '" + extra + "' is not", e);
    }
  }

  private static TrustManagerFactory trustOf(Path extra)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    List<Certificate> trusted = new ArrayList<>(jdkAuthorities());
    trusted.addAll(authoritiesIn(extra));
    for (Certificate authority : trusted) {
      store.setCertificateEntry("authority-" + store.size(), authority);
    }
    return factoryOf(store);
  }

  private static List<X509Certificate> jdkAuthorities() throws GeneralSecurityException {
    List<X509Certificate> authorities = new ArrayList<>();
    for (TrustManager manager : factoryOf(null).getTrustManagers()) {
      if (manager instanceof X509TrustManager x509) {
        authorities.addAll(List.of(x509.getAcceptedIssuers()));
      }
    }
    return authorities;
  }

  private static Collection<? extends Certificate> authoritiesIn(Path pem)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(pem)) {
      var authorities = CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (authorities.isEmpty()) {
        throw new IOException("no certificate in it");
      }
      return authorities;
    }
  }

  private static TrustManagerFactory factoryOf(@Nullable KeyStore store)
      throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory;
  }
}
