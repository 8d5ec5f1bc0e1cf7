// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.correlation;

import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.wire.conversation.HashKey;
import dev.lastbyte.wire.http.HeaderFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells clients that name no session apart: by the address of their host, their user agent and
 * their credential, so that an agent is the same one on each of its connections. Only a keyed hash
 * of them is kept.
 */
final class ClientFingerprint {

  /** Where providers take credentials from. */
  private static final List<String> CREDENTIALS =
      List.of("authorization", "x-api-key", "api-key", "x-goog-api-key");

  private static final String SIGNATURE = "AWS4-";
  private static final String SIGNER = "Credential=";

  private ClientFingerprint() {}

  /**
   * The client's hash.
   *
   * @param host the address of its host
   */
  static Token of(String host, HeaderFields fields, HashKey key) {
    var text = new StringBuilder(host).append('\n').append(orEmpty(fields.first("user-agent")));
    for (String name : CREDENTIALS) {
      text.append('\n').append(lasting(orEmpty(fields.first(name))));
    }
    return key.of(text.toString()).token();
  }

  /** A signature is another one for each request; whose it is stays the same. */
  private static String lasting(String credential) {
    int from = credential.indexOf(SIGNER);
    if (!credential.startsWith(SIGNATURE) || from < 0) {
      return credential;
    }
    int to = credential.indexOf('/', from);
    return to < 0 ? credential : credential.substring(from, to);
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
