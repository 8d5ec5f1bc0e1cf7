// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.wire.dialect.Dialects;

/** Which API a request's path belongs to. */
public final class DialectRoutes {

  private DialectRoutes() {}

  /**
   * The dialect by the end of the path, so that a prefix of the provider's own does not matter.
   *
   * @param path a path, with or without a query
   */
  public static Dialect of(String path) {
    return Dialects.routeOf(path).dialect();
  }
}
