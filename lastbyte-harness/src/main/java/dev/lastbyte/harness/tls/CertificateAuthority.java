// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * An authority that lives as long as this object: its keys are never written down, and its
 * certificates are good for a week. EC keys on P-256, signed with SHA-256.
 */
public final class CertificateAuthority {
  private static final Duration LIFETIME = Duration.ofDays(7);
  private static final Duration SLACK = Duration.ofDays(1);
  private static final char[] NO_PASSWORD = {};

  private final X500Principal name;
  private final KeyPair keys;
  private final X509Certificate certificate;

  private CertificateAuthority(X500Principal name, KeyPair keys, X509Certificate certificate) {
    this.name = name;
    this.keys = keys;
    this.certificate = certificate;
  }

  /** A new authority, which no client trusts yet. */
  public static CertificateAuthority create() {
    try {
      var name = new X500Principal("CN=Lastbyte harness authority");
      KeyPair keys = newKeys();
      X509v3CertificateBuilder builder = builder(name, name, keys);
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
      return new CertificateAuthority(name, keys, signed(builder, keys.getPrivate()));
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw new IllegalStateException("every Java platform has EC keys and SHA-256", e);
    }
  }

  /** Its own certificate as PEM (RFC 7468), for clients that read a file. */
  public String pem() {
    try {
      byte[] line = "\n".getBytes(StandardCharsets.US_ASCII);
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder(64, line).encodeToString(certificate.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a signed certificate has an encoding", e);
    }
  }

  /** For clients: trusts this authority and no other. */
  public SSLContext trustingContext() {
    try {
      KeyStore trusted = emptyStore();
      trusted.setCertificateEntry("authority", certificate);
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }

  /**
   * For a server: a fresh certificate that stands for these hosts.
   *
   * @param hosts names, or IP addresses as literals
   */
  public SSLContext serverContext(List<String> hosts) {
    try {
      KeyPair serverKeys = newKeys();
      KeyStore store = emptyStore();
      Certificate[] chain = {certify(serverKeys, hosts), certificate};
      store.setKeyEntry("server", serverKeys.getPrivate(), NO_PASSWORD, chain);
      var ours = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      ours.init(store, NO_PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(ours.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw new IllegalStateException("every Java platform has EC keys and TLS", e);
    }
  }

  private X509Certificate certify(KeyPair serverKeys, List<String> hosts)
      throws GeneralSecurityException, IOException, OperatorCreationException {
    var subject = new X500Principal("CN=Lastbyte harness");
    X509v3CertificateBuilder builder = builder(name, subject, serverKeys);
    GeneralName[] names =
        hosts.stream().map(CertificateAuthority::generalName).toArray(GeneralName[]::new);
    builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    var identifier =
        new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate.getPublicKey());
    builder.addExtension(Extension.authorityKeyIdentifier, false, identifier);
    return signed(builder, keys.getPrivate());
  }

  private static GeneralName generalName(String host) {
    boolean address = host.contains(":") || host.matches("[0-9.]+");
    return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host);
  }

  private static X509v3CertificateBuilder builder(
      X500Principal issuer, X500Principal subject, KeyPair subjectKeys)
      throws GeneralSecurityException, IOException {
    Instant now = Instant.now();
    var builder =
        new JcaX509v3CertificateBuilder(
            issuer,
            new BigInteger(64, new SecureRandom()).setBit(63),
            Date.from(now.minus(SLACK)),
            Date.from(now.plus(LIFETIME)),
            subject,
            subjectKeys.getPublic());
    var identifier =
        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(subjectKeys.getPublic());
    return builder.addExtension(Extension.subjectKeyIdentifier, false, identifier);
  }

  private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey key)
      throws GeneralSecurityException, OperatorCreationException {
    var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key);
    return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
  }

  private static KeyPair newKeys() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, NO_PASSWORD);
    return store;
  }
}
