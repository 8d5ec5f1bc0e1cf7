// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.speech;

import dev.lastbyte.harness.Canary;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.script.Step;
import java.util.List;

/**
 * One streamed answer in the events of a dialect, part by part. A speaker is used once, and in this
 * order; any part may be the last one told:
 *
 * <pre>
 * opening
 *   reasoning
 *   text → answerEnd | failure
 *   toolHalf → toolWhole → toolProof | toolEnd
 * </pre>
 */
public interface Speech {
  /** The pieces of visible text, one event each. */
  List<String> TEXT = List.of("The word is ", Canary.ANSWER, ".");

  /** The pieces of reasoning, one event each. */
  List<String> REASONING = List.of("They want a word. ", Canary.REASONING, " would do.");

  /** The pieces of the tool's arguments up to the cut of a half-told call. */
  List<String> FIRST_ARGUMENTS = List.of("{\"city\":", "\"" + Canary.ARGUMENT + "\"");

  /** The rest of them. */
  List<String> LAST_ARGUMENTS = List.of(",\"unit\":", "\"celsius\"}");

  /** The tool that is called. */
  String TOOL = "get_weather";

  /** The model that is said to answer. */
  String MODEL = "lastbyte-model-1";

  /** 2026-01-01T00:00:00Z in seconds; a constant, so that every answer has the same bytes. */
  long CREATED = 1_767_225_600L;

  /** A speaker at the start of a fresh answer. */
  static Speech in(Dialect dialect) {
    return switch (dialect) {
      case OPENAI_CHAT -> new ChatSpeech();
      case OPENAI_RESPONSES -> new ResponsesSpeech();
      case ANTHROPIC_MESSAGES -> new AnthropicSpeech();
    };
  }

  /** The answer has begun; nothing is in it. */
  List<Step.Event> opening();

  /** Reasoning, left open. */
  List<Step.Event> reasoning();

  /** Three pieces of visible text, left open. */
  List<Step.Event> text();

  /** The text is closed and the answer proven whole. */
  List<Step.Event> answerEnd();

  /** A tool call cut inside its arguments. */
  List<Step.Event> toolHalf();

  /** The rest of the arguments, not yet proven to be the whole. */
  List<Step.Event> toolWhole();

  /** What proves the call complete without ending the answer. */
  List<Step.Event> toolProof();

  /** The call is complete and the answer proven whole. */
  List<Step.Event> toolEnd();

  /** The provider gives up in the middle of the stream and says so. */
  List<Step.Event> failure();

  /** One heartbeat: bytes that mean nothing. */
  Step.Event heartbeat();
}
