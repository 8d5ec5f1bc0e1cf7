// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import static dev.lastbyte.harness.scenario.Words.CONFIRM;
import static dev.lastbyte.harness.scenario.Words.SAFE;
import static dev.lastbyte.harness.scenario.Words.TOOL_EFFECT;
import static dev.lastbyte.harness.scenario.Words.WATCHDOG;

import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.ClientPart;
import dev.lastbyte.harness.ClientPart.ToolEnd;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Occasion;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.speech.Finish;
import dev.lastbyte.harness.speech.ResponsesSpeech;
import dev.lastbyte.harness.speech.Speech;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What goes wrong around a tool call, in its telling, its running, and the posting of its result.
 */
final class Tools {
  private static final Occasion FOLLOW_UP = new Occasion(false, true, 1, 1);

  private Tools() {}

  static List<Scenario> all() {
    return List.of(
        Entry.of(
                "cut-in-tool-name",
                new Plot.Streams(
                    dialect ->
                        Tale.cut(
                                List.of(Speech::opening, Tale.only(Speech::toolHalf, 0)),
                                Speech::toolWhole,
                                Speech::toolEnd)
                            .in(dialect)
                            .cutInHalf(),
                    Ending.FIN),
                Keys.derived())
            .in(Groups.PIECEMEAL_TOOLS),
        Compositions.of(Place.TOOL_ARGS, Cut.FIN).named("cut-in-tool-args"),
        Entry.of(
                "args-complete-item-not-done",
                new Plot.Streams(
                    Tale.cut(
                        List.of(
                            Speech::opening,
                            Speech::toolHalf,
                            Speech::toolWhole,
                            speech -> List.of(((ResponsesSpeech) speech).argumentsDone())),
                        Speech::toolEnd),
                    Ending.FIN),
                Keys.derived())
            .in(Set.of(Dialect.OPENAI_RESPONSES)),
        Compositions.of(Place.TOOL_READY, Cut.FIN)
            .named("item-done-response-not-completed")
            .in(Set.of(Dialect.OPENAI_RESPONSES)),
        Entry.of("finish-tool_calls-but-truncated-json", halfCall(Finish.TOOLS), truncatedJson())
            .in(Groups.CHATS),
        Entry.of(
                "length-in-tool-args",
                halfCall(Finish.LENGTH),
                Keys.but(key -> key.toolProven(false)))
            .in(Groups.CHATS),
        Entry.of(
                "parallel-tools-one-complete",
                new Plot.Streams(
                    Tale.cut(
                        List.of(
                            Speech::opening, Speech::toolHalf, Speech::toolWhole, Speech::toolHalf),
                        Speech::toolWhole,
                        Speech::toolEnd),
                    Ending.FIN),
                Keys.derived())
            .in(Groups.PIECEMEAL_TOOLS),
        ran("tool-exec-hang", ToolEnd.HANGS, Tools::hung),
        ran("mcp-transport-drop", ToolEnd.INTERRUPTED, Tools::interrupted),
        ran("cut-after-tool-executed-before-followup", ToolEnd.LOST, Tools::lost),
        followUp("cut-during-followup-headers", Plot.nothing(Ending.FIN)),
        followUp("cut-during-followup-text", new Plot.Streams(Place.TEXT::tale, Ending.FIN)),
        followUp("result-post-lost", Plot.nothing(Ending.RST)));
  }

  private static Plot halfCall(Finish finish) {
    return new Plot.Streams(
        Tale.of(Speech::opening, Speech::toolHalf, speech -> speech.end(finish)),
        Ending.END_OF_MESSAGE);
  }

  /** The fragment is never executed and nothing was visible, so nothing is lost by asking again. */
  private static Keys truncatedJson() {
    return Keys.but(
        key -> key.toolProven(false).causedBy("tool.invalid_arguments", "tool", TOOL_EFFECT, SAFE));
  }

  /** The exchange is well; what happens to the tool after it is not. */
  private static Entry ran(String name, ToolEnd end, UnaryOperator<AnswerKey> truth) {
    return Entry.of(name, Plot.TOOL_CALL, Keys.derived().truly(truth))
        .acted(new ClientPart.RunsTool(end));
  }

  private static AnswerKey hung(AnswerKey well) {
    return well.in("tool_running").causedBy("watchdog.tool", WATCHDOG, WATCHDOG, CONFIRM);
  }

  private static AnswerKey interrupted(AnswerKey well) {
    return well.in("tool_running").causedBy("tool.interrupted", "tool", TOOL_EFFECT, CONFIRM);
  }

  private static AnswerKey lost(AnswerKey well) {
    return well.in("tool_done").causedBy("tool.result_lost", "tool", TOOL_EFFECT, CONFIRM);
  }

  /**
   * The request that posts the result fails on a connection of its own. Where it failed says
   * nothing of tools; that one has changed something is what its agent alone knows.
   */
  private static Entry followUp(String name, Plot plot) {
    Keys keys =
        Keys.derived()
            .truly(key ->
                key.causedBy(key.cause(), key.origin(), key.headline(), CONFIRM).toolProven(true));
    return Entry.of(name, Plot.aroundTool(Plot.TOOL_CALL, plot), keys)
        .framed(Groups.CHUNKED)
        .on(FOLLOW_UP)
        .acted(new ClientPart.RunsTool(ToolEnd.POSTED));
  }
}
