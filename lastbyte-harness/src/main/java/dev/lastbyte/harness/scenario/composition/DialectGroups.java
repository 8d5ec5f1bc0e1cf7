// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario.composition;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.DialectTrait;
import dev.lastbyte.harness.Framing;
import java.util.EnumSet;
import java.util.Set;

/** Dialects and framings that have something in common. */
public final class DialectGroups {
  /** The framings of HTTP/1.1 without TLS. */
  static final Set<Framing> HTTP1 =
      Set.copyOf(EnumSet.of(Framing.CHUNKED, Framing.LENGTH, Framing.CLOSE_DELIMITED));

  /** Those of them that have room for what never ends. */
  public static final Set<Framing> ENDLESS =
      Set.copyOf(EnumSet.of(Framing.CHUNKED, Framing.CLOSE_DELIMITED));

  /** All of HTTP, with TLS and without. */
  public static final Set<Framing> HTTP =
      Set.copyOf(EnumSet.complementOf(EnumSet.of(Framing.WEBSOCKET)));

  /** Those of them that have room for what never ends. */
  public static final Set<Framing> ENDLESS_HTTP =
      Set.copyOf(EnumSet.complementOf(EnumSet.of(Framing.WEBSOCKET, Framing.LENGTH)));

  /** Where there are chunks. */
  static final Set<Framing> CHUNKS = Set.copyOf(EnumSet.of(Framing.CHUNKED, Framing.TLS));

  /** Where the framing makes no difference. */
  public static final Set<Framing> CHUNKED = Set.of(Framing.CHUNKED);

  /** Where a length matters. */
  public static final Set<Framing> LENGTH = Set.of(Framing.LENGTH);

  /** Those that speak Chat Completions. */
  public static final Set<Dialect> CHATS = Dialect.having(DialectTrait.CHAT_COMPLETIONS);

  /** Those that tell the arguments of a call piece by piece. */
  public static final Set<Dialect> PIECEMEAL_TOOLS =
      Dialect.having(DialectTrait.PARTIAL_TOOL_CALLS);

  /** Those that open with an event that says nothing yet. */
  static final Set<Dialect> OPENERS = PIECEMEAL_TOOLS;

  /** Those of server-sent events. */
  public static final Set<Dialect> SSE = Dialect.having(DialectTrait.SERVER_SENT_EVENTS);

  /** Those that send heartbeats of their own, or through the proxies before them. */
  public static final Set<Dialect> BEATING = Dialect.having(DialectTrait.HEARTBEATS);

  private DialectGroups() {}
}
