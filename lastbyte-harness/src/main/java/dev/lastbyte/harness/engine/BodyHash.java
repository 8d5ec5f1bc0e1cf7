// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.engine;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes hashes of bodies that can be compared within one server and not be read: HMAC-SHA256 with a
 * random key that never leaves this object. Equal bytes give equal hashes; bodies that are equal
 * only as JSON do not.
 */
final class BodyHash {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  BodyHash() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    key = new SecretKeySpec(random, ALGORITHM);
  }

  /** A hash that waits for its bytes. */
  Mac begin() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  static String end(Mac mac) {
    return HexFormat.of().formatHex(mac.doFinal());
  }
}
