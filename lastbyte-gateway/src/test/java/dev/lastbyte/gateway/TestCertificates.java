// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A throw-away authority that stands for 127.0.0.1, made by the JDK's own keytool. */
final class TestCertificates {

  private static final String PASSWORD = "throw-away";

  private final Path keys;
  private final Path pem;
  private final Path key;

  private TestCertificates(Path keys, Path pem, Path key) {
    this.keys = keys;
    this.pem = pem;
    this.key = key;
  }

  static TestCertificates in(Path dir) throws Exception {
    var made =
        new TestCertificates(
            dir.resolve("keys.p12"), dir.resolve("authority.pem"), dir.resolve("key.pem"));
    made.keytool(
        "-genkeypair",
        "-alias",
        "provider",
        "-keyalg",
        "EC",
        "-dname",
        "CN=provider",
        "-ext",
        "san=ip:127.0.0.1,dns:api.invalid",
        "-ext",
        "bc:c",
        "-storetype",
        "PKCS12");
    made.keytool("-exportcert", "-alias", "provider", "-rfc", "-file", made.pem.toString());
    made.writeKey();
    return made;
  }

  private void keytool(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", keys.toString(), "-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new AssertionError("keytool: " + said);
    }
  }

  /** The authority, as a file to trust. */
  Path pem() {
    return pem;
  }

  /** The private key, as a file. */
  Path key() {
    return key;
  }

  /** What trusts its certificate. */
  KeyStore trusted() throws Exception {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry("authority", store().getCertificate("provider"));
    return store;
  }

  private KeyStore store() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private void writeKey() throws Exception {
    byte[] pkcs8 = store().getKey("provider", PASSWORD.toCharArray()).getEncoded();
    String text = Base64.getMimeEncoder().encodeToString(pkcs8);
    Files.writeString(
        key, "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n");
  }

  SSLContext server() throws Exception {
    KeyStore store = store();
    var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }
}
