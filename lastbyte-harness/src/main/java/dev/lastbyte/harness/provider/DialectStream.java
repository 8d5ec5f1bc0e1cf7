// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.provider;

import dev.lastbyte.harness.Canary;
import dev.lastbyte.harness.script.Step;
import java.util.List;

/**
 * One streamed response in the events of a dialect, part by part. A speaker is used once; any part
 * may be the last one told, and a part closes what the one before it left open:
 *
 * <pre>
 * opening
 *   (reasoning | text | toolHalf → toolWhole)*
 *   closing
 *   end | failure
 * </pre>
 *
 * <p>The kinds of its events are the only meaning that a key is made of: {@code proof} is the event
 * with which the response is proven whole, {@code tool_ready} one that proves a call complete,
 * {@code finishing} stands beside the proof and proves nothing.
 */
public interface DialectStream {
  /** The pieces of visible text, one event each. */
  List<String> TEXT = List.of("The word is ", Canary.ANSWER, ".");

  /** The pieces of reasoning, one event each. */
  List<String> REASONING = List.of("They want a word. ", Canary.REASONING, " would do.");

  /** The pieces of the tool's arguments up to the cut of a half-told call. */
  List<String> FIRST_ARGUMENTS = List.of("{\"city\":", "\"" + Canary.ARGUMENT + "\"");

  /** The rest of them. */
  List<String> LAST_ARGUMENTS = List.of(",\"unit\":", "\"celsius\"}");

  /** All of them. */
  String ARGUMENTS = String.join("", FIRST_ARGUMENTS) + String.join("", LAST_ARGUMENTS);

  /** The tool that is called. */
  String TOOL = "get_weather";

  /** The model that is said to answer. */
  String MODEL = "lastbyte-model-1";

  /** 2026-01-01T00:00:00Z in seconds; a constant, so that every response has the same bytes. */
  long CREATED = 1_767_225_600L;

  /** The response has begun; nothing is in it. Where a dialect has no such event, nothing. */
  List<Step.Event> opening();

  /** The usual pieces of reasoning, left open. */
  default List<Step.Event> reasoning() {
    return reasoning(REASONING);
  }

  /** Pieces of reasoning, left open. */
  List<Step.Event> reasoning(List<String> pieces);

  /** The usual pieces of visible text, left open. */
  default List<Step.Event> text() {
    return text(TEXT);
  }

  /** Pieces of visible text, left open. */
  List<Step.Event> text(List<String> pieces);

  /** A tool call up to the middle of its arguments; nothing where a dialect tells it at once. */
  default List<Step.Event> toolArgumentsBegin() {
    return toolArgumentsBegin(FIRST_ARGUMENTS);
  }

  /** The same with these pieces of arguments. */
  List<Step.Event> toolArgumentsBegin(List<String> pieces);

  /** The rest of the arguments, not yet proven to be the whole. */
  default List<Step.Event> toolArgumentsEnd() {
    return toolArgumentsEnd(LAST_ARGUMENTS);
  }

  /** The same with these pieces of arguments. */
  List<Step.Event> toolArgumentsEnd(List<String> pieces);

  /** What proves the call complete without ending the response. */
  List<Step.Event> toolProof();

  /** All that comes before the proof: what was open is closed, and nothing is proven. */
  List<Step.Event> closing();

  /** The response is over: what was open is closed, and the proof is given. */
  List<Step.Event> end(Finish finish);

  /** The response is all said. */
  default List<Step.Event> responseEnd() {
    return end(Finish.STOP);
  }

  /** The tools are to be called. */
  default List<Step.Event> toolEnd() {
    return end(Finish.TOOLS);
  }

  /** The provider gives up in the middle of the stream and says so. */
  List<Step.Event> failure(ProviderError providerError);

  /** One heartbeat: bytes that mean nothing. */
  Step.Event heartbeat();
}
