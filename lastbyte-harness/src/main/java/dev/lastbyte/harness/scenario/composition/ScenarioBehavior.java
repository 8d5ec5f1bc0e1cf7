// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario.composition;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Endpoint;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.RequestContext;
import dev.lastbyte.harness.provider.DialectStream;
import dev.lastbyte.harness.provider.ProviderDialects;
import dev.lastbyte.harness.provider.ResponseHeads;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.EndAction;
import dev.lastbyte.harness.script.Field;
import dev.lastbyte.harness.script.Script;
import dev.lastbyte.harness.script.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What happens in a scenario, in any dialect and framing; a script is one performance of it. */
public interface ScenarioBehavior {

  /** The script for a request that came on this occasion. */
  Script script(Dialect dialect, Framing framing, RequestContext requestContext);

  /** A stream that tells a tale and ends. */
  record StreamedResponse(StreamPrefix.Template template, Ending ending)
      implements ScenarioBehavior {

    /** A request that did not ask for a stream gets the whole response in one body. */
    @Override
    public Script script(Dialect dialect, Framing framing, RequestContext requestContext) {
      return requestContext.streaming()
          ? stream(dialect, framing)
          : WHOLE.script(dialect, framing, requestContext);
    }

    private Script stream(Dialect dialect, Framing framing) {
      StreamPrefix prefix = template.in(dialect);
      boolean ends = ending.in(dialect, framing) instanceof EndAction.EndOfMessage;
      long wholeBytes = prefix.contentBytes() + (ends ? 0 : prefix.restBytes());
      var steps = new ArrayList<Step>();
      steps.add(ResponseHeads.stream(dialect, wholeBytes));
      steps.addAll(prefix.leadingSteps());
      return ending.after(steps, dialect, framing);
    }
  }

  /**
   * One body, whole.
   *
   * @param fields without the request id, which every response has
   */
  record WholeResponse(
      int status, String reason, List<Field> fields, Function<Dialect, String> body)
      implements ScenarioBehavior {

    /** A body of JSON, with further fields. */
    public static WholeResponse json(
        int status, String reason, List<Field> more, Function<Dialect, String> body) {
      var fields = new ArrayList<Field>();
      fields.add(new Field("content-type", "application/json"));
      fields.addAll(more);
      return new WholeResponse(status, reason, fields, body);
    }

    @Override
    public Script script(Dialect dialect, Framing framing, RequestContext requestContext) {
      Bytes payload = Bytes.of(body.apply(dialect));
      Step.Head head = ResponseHeads.plain(status, reason, fields, dialect, payload.size());
      return Ending.END_OF_MESSAGE.after(List.of(head, new Step.Body(payload)), dialect, framing);
    }
  }

  /** The request is read whole, and then the connection ends without a byte of HTTP. */
  record RawSteps(List<Step> steps, Ending ending) implements ScenarioBehavior {
    @Override
    public Script script(Dialect dialect, Framing framing, RequestContext requestContext) {
      return ending.after(steps, dialect, framing);
    }
  }

  /** No process listens. */
  record ConnectionRefused() implements ScenarioBehavior {
    @Override
    public Script script(Dialect dialect, Framing framing, RequestContext requestContext) {
      return new Script(List.of(), new EndAction.Refuse());
    }
  }

  /** The way to the server fails, in a manner that the scenario's venue decides. */
  static ScenarioBehavior connectFailure(Endpoint endpoint) {
    var endAction = new EndAction.Unreached(endpoint.name().toLowerCase(Locale.ROOT));
    return (dialect, framing, requestContext) -> new Script(List.of(), endAction);
  }

  /** Not a byte, and the end. */
  static ScenarioBehavior emptyResponse(Ending ending) {
    return new RawSteps(List.of(), ending);
  }

  /** All is well on a fresh connection; on a reused one something else happens. */
  static ScenarioBehavior whenReused(ScenarioBehavior fresh, ScenarioBehavior reused) {
    return (dialect, framing, requestContext) ->
        (requestContext.reused() ? reused : fresh).script(dialect, framing, requestContext);
  }

  /** One thing before the tool's result is posted, and another with it. */
  static ScenarioBehavior aroundTool(ScenarioBehavior before, ScenarioBehavior after) {
    return (dialect, framing, requestContext) ->
        (requestContext.toolResults() > 0 ? after : before)
            .script(dialect, framing, requestContext);
  }

  /** One thing the first time that a body comes, and another every time after. */
  static ScenarioBehavior firstThen(ScenarioBehavior first, ScenarioBehavior then) {
    return (dialect, framing, requestContext) ->
        (requestContext.attempt() == 1 ? first : then).script(dialect, framing, requestContext);
  }

  /** Something before the first step. */
  static ScenarioBehavior after(Step before, ScenarioBehavior behavior) {
    return (dialect, framing, requestContext) -> {
      Script script = behavior.script(dialect, framing, requestContext);
      var steps = new ArrayList<Step>();
      steps.add(before);
      steps.addAll(script.steps());
      return new Script(steps, script.endAction());
    };
  }

  /** What a request for a whole body gets. */
  ScenarioBehavior WHOLE =
      WholeResponse.json(
          200, "OK", List.of(), dialect -> ProviderDialects.of(dialect).wholeResponse());

  /** A good response in text. */
  ScenarioBehavior TEXT_RESPONSE =
      new StreamedResponse(
          StreamPrefix.of(DialectStream::opening, DialectStream::text, DialectStream::responseEnd),
          Ending.END_OF_MESSAGE);

  /** A good response that calls a tool. */
  ScenarioBehavior TOOL_CALL =
      new StreamedResponse(
          StreamPrefix.of(
              DialectStream::opening,
              DialectStream::toolArgumentsBegin,
              DialectStream::toolArgumentsEnd,
              DialectStream::toolEnd),
          Ending.END_OF_MESSAGE);
}
