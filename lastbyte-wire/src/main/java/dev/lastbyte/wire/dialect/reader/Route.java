// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.reader;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.privacy.ModelName;
import dev.lastbyte.core.privacy.Token;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a request's path says of it. The end of the path decides, so that a prefix of the provider's
 * own does not matter.
 *
 * @param dialect the API that the path belongs to
 * @param streaming whether a stream is asked for; unknown where the body says so
 * @param model the model asked for, or null where the body names it
 * @param mayBringTools whether the path names what the provider keeps, tools perhaps among it: an
 *     agent, an application or a prompt
 */
public record Route(
    Dialect dialect, Known streaming, @Nullable Token model, boolean mayBringTools) {

  private static final Set<String> KEPT =
      Set.of(
          "agent",
          "agents",
          "app",
          "apps",
          "application",
          "applications",
          "assistant",
          "assistants",
          "bot",
          "bots");

  /** A path that says nothing. */
  public static final Route NONE = new Route(Dialect.UNKNOWN, Known.UNKNOWN, null, false);

  /** A path of that dialect, if it ends like this; the body says the rest. */
  public static @Nullable Route inBody(String path, String end, Dialect dialect) {
    return path.endsWith(end) ? new Route(dialect, Known.UNKNOWN, null, namesKept(path)) : null;
  }

  /** A path of that dialect, if it ends like this; the model's id stands before it. */
  public static @Nullable Route afterModel(
      String path, String end, Dialect dialect, Known streaming) {
    return path.endsWith(end)
        ? new Route(
            dialect,
            streaming,
            modelOf(path.substring(0, path.length() - end.length())),
            namesKept(path))
        : null;
  }

  /**
   * Volcengine's bots, Databricks' and Foundry's agents: all of them have a segment of their own.
   */
  private static boolean namesKept(String path) {
    return Stream.of(path.split("/", -1)).anyMatch(KEPT::contains);
  }

  /** The name at the end of an id: what stands before it in an ARN names an account. */
  public static @Nullable Token modelOf(String id) {
    return ModelName.inPath(id);
  }
}
