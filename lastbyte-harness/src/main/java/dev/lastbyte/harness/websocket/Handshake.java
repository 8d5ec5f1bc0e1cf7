// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.websocket;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/** A client's wish to leave HTTP/1.1 for WebSocket (RFC 6455 §4.2), told by its headers. */
public final class Handshake {
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int KEY_BYTES = 16;

  private Handshake() {}

  /**
   * Whether the client wants a WebSocket, rightly or wrongly; other upgrades are not meant.
   *
   * @param headers by lower-case name
   */
  public static boolean isWanted(Map<String, String> headers) {
    return lists(headers, "upgrade", "websocket") && lists(headers, "connection", "upgrade");
  }

  /** Whether it wants one in the way that RFC 6455 §4.2.1 lays down. */
  public static boolean isValid(Map<String, String> headers) {
    return isWanted(headers)
        && headers.getOrDefault("sec-websocket-version", "").equals("13")
        && isKey(headers.getOrDefault("sec-websocket-key", ""));
  }

  /** What a valid wish is answered with in {@code sec-websocket-accept} (§4.2.2). */
  public static String accept(Map<String, String> headers) {
    String key = headers.getOrDefault("sec-websocket-key", "");
    byte[] text = (key + GUID).getBytes(StandardCharsets.US_ASCII);
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }

  private static boolean lists(Map<String, String> headers, String name, String value) {
    return Arrays.stream(headers.getOrDefault(name, "").toLowerCase(Locale.ROOT).split(",", -1))
        .anyMatch(each -> each.strip().equals(value));
  }

  private static boolean isKey(String key) {
    try {
      return Base64.getDecoder().decode(key).length == KEY_BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
