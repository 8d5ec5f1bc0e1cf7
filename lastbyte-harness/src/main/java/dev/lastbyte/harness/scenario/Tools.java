// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import static dev.lastbyte.harness.scenario.composition.KeyTokens.CONFIRM;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.NEVER;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.PROVIDER;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.PROVIDER_ERROR;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.SAFE;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.TOOL_EFFECT;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.WATCHDOG;

import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.ClientBehavior;
import dev.lastbyte.harness.ClientBehavior.ToolEnd;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.RequestContext;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.provider.DialectStream;
import dev.lastbyte.harness.provider.Finish;
import dev.lastbyte.harness.provider.ResponsesStream;
import dev.lastbyte.harness.scenario.composition.AnswerKeys;
import dev.lastbyte.harness.scenario.composition.CutAction;
import dev.lastbyte.harness.scenario.composition.CutPoint;
import dev.lastbyte.harness.scenario.composition.DialectGroups;
import dev.lastbyte.harness.scenario.composition.Ending;
import dev.lastbyte.harness.scenario.composition.ScenarioBehavior;
import dev.lastbyte.harness.scenario.composition.ScenarioEntry;
import dev.lastbyte.harness.scenario.composition.StreamPrefix;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What goes wrong around a tool call, in its telling, its running, and the posting of its result.
 */
final class Tools {
  private static final RequestContext FOLLOW_UP = new RequestContext(false, true, 1, 1);

  private Tools() {}

  static List<Scenario> all() {
    return List.of(
        ScenarioEntry.of(
                "cut-in-tool-name",
                new ScenarioBehavior.StreamedResponse(
                    dialect ->
                        StreamPrefix.cut(
                                List.of(
                                    DialectStream::opening,
                                    StreamPrefix.only(DialectStream::toolArgumentsBegin, 0)),
                                DialectStream::toolArgumentsEnd,
                                DialectStream::toolEnd)
                            .in(dialect)
                            .cutInHalf(),
                    Ending.FIN),
                AnswerKeys.derived())
            .withDialects(DialectGroups.PIECEMEAL_TOOLS),
        Compositions.of(CutPoint.TOOL_ARGS, CutAction.FIN).withName("cut-in-tool-args"),
        ScenarioEntry.of(
                "args-complete-item-not-done",
                new ScenarioBehavior.StreamedResponse(
                    StreamPrefix.cut(
                        List.of(
                            DialectStream::opening,
                            DialectStream::toolArgumentsBegin,
                            DialectStream::toolArgumentsEnd,
                            dialectStream ->
                                List.of(((ResponsesStream) dialectStream).argumentsDone())),
                        DialectStream::toolEnd),
                    Ending.FIN),
                AnswerKeys.derived())
            .withDialects(Set.of(Dialect.OPENAI_RESPONSES)),
        Compositions.of(CutPoint.TOOL_READY, CutAction.FIN)
            .withName("item-done-response-not-completed")
            .withDialects(Set.of(Dialect.OPENAI_RESPONSES)),
        ScenarioEntry.of(
                "finish-tool_calls-but-truncated-json", halfCall(Finish.TOOLS), truncatedJson())
            .withDialects(DialectGroups.CHATS),
        ScenarioEntry.of(
                "length-in-tool-args",
                halfCall(Finish.LENGTH),
                AnswerKeys.derivedWith(key ->
                    key.toolProven(false)
                        .causedBy("provider.output_limit", PROVIDER, PROVIDER_ERROR, NEVER)))
            .withDialects(DialectGroups.CHATS),
        ScenarioEntry.of(
                "parallel-tools-one-complete",
                new ScenarioBehavior.StreamedResponse(
                    StreamPrefix.cut(
                        List.of(
                            DialectStream::opening,
                            DialectStream::toolArgumentsBegin,
                            DialectStream::toolArgumentsEnd,
                            DialectStream::toolArgumentsBegin),
                        DialectStream::toolArgumentsEnd,
                        DialectStream::toolEnd),
                    Ending.FIN),
                AnswerKeys.derived())
            .withDialects(DialectGroups.PIECEMEAL_TOOLS),
        ran("tool-exec-hang", ToolEnd.HANGS, Tools::hung),
        ran("mcp-transport-drop", ToolEnd.INTERRUPTED, Tools::interrupted),
        ran("cut-after-tool-executed-before-followup", ToolEnd.LOST, Tools::lost),
        followUp("cut-during-followup-headers", ScenarioBehavior.emptyResponse(Ending.FIN)),
        followUp(
            "cut-during-followup-text",
            new ScenarioBehavior.StreamedResponse(CutPoint.TEXT::prefix, Ending.FIN)),
        followUp("result-post-lost", ScenarioBehavior.emptyResponse(Ending.RST)));
  }

  private static ScenarioBehavior halfCall(Finish finish) {
    return new ScenarioBehavior.StreamedResponse(
        StreamPrefix.of(
            DialectStream::opening,
            DialectStream::toolArgumentsBegin,
            dialectStream -> dialectStream.end(finish)),
        Ending.END_OF_MESSAGE);
  }

  /** The fragment is never executed and nothing was visible, so nothing is lost by asking again. */
  private static AnswerKeys truncatedJson() {
    return AnswerKeys.derivedWith(
        key -> key.toolProven(false).causedBy("tool.invalid_arguments", "tool", TOOL_EFFECT, SAFE));
  }

  /** The exchange is well; what happens to the tool after it is not. */
  private static ScenarioEntry ran(String name, ToolEnd end, UnaryOperator<AnswerKey> truth) {
    return ScenarioEntry.of(name, ScenarioBehavior.TOOL_CALL, AnswerKeys.derived().withTruth(truth))
        .withClientBehavior(new ClientBehavior.RunsTool(end));
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
  private static ScenarioEntry followUp(String name, ScenarioBehavior behavior) {
    AnswerKeys keys =
        AnswerKeys.derived()
            .withTruth(key ->
                key.causedBy(key.cause(), key.origin(), key.headline(), CONFIRM).toolProven(true));
    return ScenarioEntry.of(
            name, ScenarioBehavior.aroundTool(ScenarioBehavior.TOOL_CALL, behavior), keys)
        .withFramings(DialectGroups.CHUNKED)
        .withCanonicalRequest(FOLLOW_UP)
        .withClientBehavior(new ClientBehavior.RunsTool(ToolEnd.POSTED));
  }
}
