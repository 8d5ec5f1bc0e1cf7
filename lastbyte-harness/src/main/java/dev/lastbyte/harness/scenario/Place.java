// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.speech.Speech;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where in the meaning of a stream it ends. */
public enum Place {
  /** The headers have come, and no byte of the body. */
  AFTER_HEADERS("after-headers"),
  /** The answer has begun, and nothing is in it. */
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
  /** After the proof that the answer is whole. */
  DONE("done");

  private static final String SNOWMEN = "\u2603\u2603";

  private final String token;

  Place(String token) {
    this.token = token;
  }

  /** The first half of a composition's name, such as {@code mid-utf8}. */
  public String token() {
    return token;
  }

  /** The dialects that have such a place. */
  public Set<Dialect> dialects() {
    return switch (this) {
      case CREATED -> Groups.OPENERS;
      case TOOL_ARGS, TEXT_TOOL_ARGS -> Groups.PIECEMEAL_TOOLS;
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
    return this == MID_CHUNK_HEADER ? Groups.CHUNKS : Groups.HTTP;
  }

  /** What is told up to there. */
  Tale tale(Dialect dialect) {
    return switch (this) {
      case MID_FRAME -> TEXT.tale(dialect).cutInHalf();
      case MID_UTF8 -> story().in(dialect).cutInside(SNOWMEN);
      case MID_CHUNK_HEADER -> TEXT.tale(dialect).thenRaw("1");
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
          story().in(dialect);
    };
  }

  private Tale.Story story() {
    return switch (this) {
      case AFTER_HEADERS -> Tale.cut(List.of(), Speech::opening, Speech::text, Speech::answerEnd);
      case CREATED -> Tale.cut(List.of(Speech::opening), Speech::text, Speech::answerEnd);
      case REASONING ->
          Tale.cut(List.of(Speech::opening, Speech::reasoning), Speech::text, Speech::answerEnd);
      case TEXT, MID_FRAME, MID_CHUNK_HEADER ->
          Tale.cut(List.of(Speech::opening, Speech::text), Speech::answerEnd);
      case MID_UTF8 ->
          Tale.cut(
              List.of(Speech::opening, speech -> speech.text(List.of("The word is ", SNOWMEN))),
              Speech::answerEnd);
      case REASONED_TEXT ->
          Tale.cut(List.of(Speech::opening, Speech::reasoning, Speech::text), Speech::answerEnd);
      case BETWEEN_EVENTS ->
          Tale.cut(List.of(Speech::opening, Speech::text, Speech::closing), Speech::answerEnd);
      case TOOL_ARGS ->
          Tale.cut(List.of(Speech::opening, Speech::toolHalf), Speech::toolWhole, Speech::toolEnd);
      case TOOL_READY ->
          Tale.cut(
              List.of(Speech::opening, Speech::toolHalf, Speech::toolWhole, Speech::toolProof),
              Speech::toolEnd);
      case TEXT_TOOL_ARGS ->
          Tale.cut(
              List.of(Speech::opening, Speech::text, Speech::toolHalf),
              Speech::toolWhole,
              Speech::toolEnd);
      case DONE -> Tale.of(Speech::opening, Speech::text, Speech::answerEnd);
    };
  }
}
