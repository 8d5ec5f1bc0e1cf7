// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario.composition;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.provider.DialectStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where in the meaning of a stream it ends. */
public enum CutPoint {
  /** The headers have come, and no byte of the body. */
  AFTER_HEADERS("after-headers"),
  /** The response has begun, and nothing is in it. */
  CREATED("created"),
  /** In reasoning that is left open. */
  REASONING("reasoning"),
  /** In visible text that is left open. */
  TEXT("text"),
  /** In visible text that reasoning went before. */
  REASONED_TEXT("reasoned-text"),
  /** After the last event before the proof. */
  BETWEEN_EVENTS("between-events"),
  /** In the middle of an event, after text. */
  MID_FRAME("mid-frame"),
  /** In the middle of a character of three bytes, after text. */
  MID_UTF8("mid-utf8"),
  /** In the middle of the line that says how long the next chunk is. */
  MID_CHUNK_HEADER("mid-chunk-header"),
  /** In the arguments of a tool call. */
  TOOL_ARGS("tool-args"),
  /** After a tool call that is proven complete. */
  TOOL_READY("tool-ready"),
  /** In the arguments of a tool call that text went before. */
  TEXT_TOOL_ARGS("text-tool-args"),
  /** After the proof that the response is whole. */
  DONE("done");

  private static final String SNOWMEN = "\u2603\u2603";

  private final String token;

  CutPoint(String token) {
    this.token = token;
  }

  /** The first half of a composition's name, such as {@code mid-utf8}. */
  public String token() {
    return token;
  }

  /** The dialects that have such a place. */
  public Set<Dialect> dialects() {
    return switch (this) {
      case CREATED -> DialectGroups.OPENERS;
      case TOOL_ARGS, TEXT_TOOL_ARGS -> DialectGroups.PIECEMEAL_TOOLS;
      case AFTER_HEADERS,
          REASONING,
          TEXT,
          REASONED_TEXT,
          BETWEEN_EVENTS,
          MID_FRAME,
          MID_UTF8,
          MID_CHUNK_HEADER,
          TOOL_READY,
          DONE ->
          EnumSet.allOf(Dialect.class);
    };
  }

  /** The framings that have such a place. */
  public Set<Framing> framings() {
    return this == MID_CHUNK_HEADER ? DialectGroups.CHUNKS : DialectGroups.HTTP;
  }

  /** What is told up to there. */
  public StreamPrefix prefix(Dialect dialect) {
    return switch (this) {
      case MID_FRAME -> TEXT.prefix(dialect).cutInHalf();
      case MID_UTF8 -> template().in(dialect).cutInside(SNOWMEN);
      case MID_CHUNK_HEADER -> TEXT.prefix(dialect).thenRaw("1");
      case AFTER_HEADERS,
          CREATED,
          REASONING,
          TEXT,
          REASONED_TEXT,
          BETWEEN_EVENTS,
          TOOL_ARGS,
          TOOL_READY,
          TEXT_TOOL_ARGS,
          DONE ->
          template().in(dialect);
    };
  }

  private StreamPrefix.Template template() {
    return switch (this) {
      case AFTER_HEADERS ->
          StreamPrefix.cut(
              List.of(), DialectStream::opening, DialectStream::text, DialectStream::responseEnd);
      case CREATED ->
          StreamPrefix.cut(
              List.of(DialectStream::opening), DialectStream::text, DialectStream::responseEnd);
      case REASONING ->
          StreamPrefix.cut(
              List.of(DialectStream::opening, DialectStream::reasoning),
              DialectStream::text,
              DialectStream::responseEnd);
      case TEXT, MID_FRAME, MID_CHUNK_HEADER ->
          StreamPrefix.cut(
              List.of(DialectStream::opening, DialectStream::text), DialectStream::responseEnd);
      case MID_UTF8 ->
          StreamPrefix.cut(
              List.of(
                  DialectStream::opening,
                  dialectStream -> dialectStream.text(List.of("The word is ", SNOWMEN))),
              DialectStream::responseEnd);
      case REASONED_TEXT ->
          StreamPrefix.cut(
              List.of(DialectStream::opening, DialectStream::reasoning, DialectStream::text),
              DialectStream::responseEnd);
      case BETWEEN_EVENTS ->
          StreamPrefix.cut(
              List.of(DialectStream::opening, DialectStream::text, DialectStream::closing),
              DialectStream::responseEnd);
      case TOOL_ARGS ->
          StreamPrefix.cut(
              List.of(DialectStream::opening, DialectStream::toolArgumentsBegin),
              DialectStream::toolArgumentsEnd,
              DialectStream::toolEnd);
      case TOOL_READY ->
          StreamPrefix.cut(
              List.of(
                  DialectStream::opening,
                  DialectStream::toolArgumentsBegin,
                  DialectStream::toolArgumentsEnd,
                  DialectStream::toolProof),
              DialectStream::toolEnd);
      case TEXT_TOOL_ARGS ->
          StreamPrefix.cut(
              List.of(
                  DialectStream::opening, DialectStream::text, DialectStream::toolArgumentsBegin),
              DialectStream::toolArgumentsEnd,
              DialectStream::toolEnd);
      case DONE ->
          StreamPrefix.of(DialectStream::opening, DialectStream::text, DialectStream::responseEnd);
    };
  }
}
