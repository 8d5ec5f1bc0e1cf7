// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Occasion;
import dev.lastbyte.harness.Venue;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.Field;
import dev.lastbyte.harness.script.Script;
import dev.lastbyte.harness.script.Step;
import dev.lastbyte.harness.script.Verb;
import dev.lastbyte.harness.speech.Bodies;
import dev.lastbyte.harness.speech.Heads;
import dev.lastbyte.harness.speech.Speech;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What happens in a scenario, in any dialect and framing; a script is one performance of it. */
interface Plot {

  /** The script for a request that came on this occasion. */
  Script script(Dialect dialect, Framing framing, Occasion occasion);

  /** A stream that tells a tale and ends. */
  record Streams(Tale.Story story, Ending ending) implements Plot {

    /** A request that did not ask for a stream gets the whole answer in one body. */
    @Override
    public Script script(Dialect dialect, Framing framing, Occasion occasion) {
      return occasion.streaming()
          ? stream(dialect, framing)
          : WHOLE.script(dialect, framing, occasion);
    }

    private Script stream(Dialect dialect, Framing framing) {
      Tale tale = story.in(dialect);
      boolean ends = ending.in(dialect, framing) instanceof Verb.EndOfMessage;
      long wholeBytes = tale.toldBytes() + (ends ? 0 : tale.restBytes());
      var steps = new ArrayList<Step>();
      steps.add(Heads.stream(dialect, wholeBytes));
      steps.addAll(tale.told());
      return ending.after(steps, dialect, framing);
    }
  }

  /**
   * One body, whole.
   *
   * @param fields without the request id, which every answer has
   */
  record Answers(int status, String reason, List<Field> fields, Function<Dialect, String> body)
      implements Plot {

    /** A body of JSON, with further fields. */
    static Answers json(
        int status, String reason, List<Field> more, Function<Dialect, String> body) {
      var fields = new ArrayList<Field>();
      fields.add(new Field("content-type", "application/json"));
      fields.addAll(more);
      return new Answers(status, reason, fields, body);
    }

    @Override
    public Script script(Dialect dialect, Framing framing, Occasion occasion) {
      Bytes payload = Bytes.of(body.apply(dialect));
      Step.Head head = Heads.plain(status, reason, fields, dialect, payload.size());
      return Ending.END_OF_MESSAGE.after(List.of(head, new Step.Body(payload)), dialect, framing);
    }
  }

  /** The request is read whole, and then the connection ends without a byte of HTTP. */
  record Says(List<Step> steps, Ending ending) implements Plot {
    @Override
    public Script script(Dialect dialect, Framing framing, Occasion occasion) {
      return ending.after(steps, dialect, framing);
    }
  }

  /** Nobody is there. */
  record NothingListens() implements Plot {
    @Override
    public Script script(Dialect dialect, Framing framing, Occasion occasion) {
      return new Script(List.of(), new Verb.Refuse());
    }
  }

  /** The way to the server fails, in a manner that the scenario's venue decides. */
  static Plot unreached(Venue venue) {
    var verb = new Verb.Unreached(venue.name().toLowerCase(Locale.ROOT));
    return (dialect, framing, occasion) -> new Script(List.of(), verb);
  }

  /** Not a byte, and the end. */
  static Plot nothing(Ending ending) {
    return new Says(List.of(), ending);
  }

  /** All is well on a fresh connection; on a reused one something else happens. */
  static Plot whenReused(Plot fresh, Plot reused) {
    return (dialect, framing, occasion) ->
        (occasion.reused() ? reused : fresh).script(dialect, framing, occasion);
  }

  /** One thing before the tool's result is posted, and another with it. */
  static Plot aroundTool(Plot before, Plot after) {
    return (dialect, framing, occasion) ->
        (occasion.toolResults() > 0 ? after : before).script(dialect, framing, occasion);
  }

  /** One thing the first time that a body comes, and another every time after. */
  static Plot firstThen(Plot first, Plot then) {
    return (dialect, framing, occasion) ->
        (occasion.attempt() == 1 ? first : then).script(dialect, framing, occasion);
  }

  /** Something before the first step. */
  static Plot after(Step before, Plot plot) {
    return (dialect, framing, occasion) -> {
      Script script = plot.script(dialect, framing, occasion);
      var steps = new ArrayList<Step>();
      steps.add(before);
      steps.addAll(script.steps());
      return new Script(steps, script.verb());
    };
  }

  /** What a request for a whole body gets. */
  Plot WHOLE = Answers.json(200, "OK", List.of(), Bodies::answer);

  /** A good answer in text. */
  Plot ANSWER =
      new Streams(Tale.of(Speech::opening, Speech::text, Speech::answerEnd), Ending.END_OF_MESSAGE);

  /** A good answer that calls a tool. */
  Plot TOOL_CALL =
      new Streams(
          Tale.of(Speech::opening, Speech::toolHalf, Speech::toolWhole, Speech::toolEnd),
          Ending.END_OF_MESSAGE);
}
