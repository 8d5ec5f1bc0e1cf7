// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of itself before its body, whatever protocol brought it.
 *
 * @param path without the query
 * @param headers by lower-case name; of a repeated one, the first
 * @param keepsAlive whether the client wants to send another request on this connection
 */
public record RequestHead(
    String method, String path, Map<String, String> headers, boolean keepsAlive) {

  /** An immutable copy. */
  public RequestHead {
    headers = Map.copyOf(headers);
  }

  /** The value of that header, or null. */
  public @Nullable String header(String name) {
    return headers.get(name);
  }
}
