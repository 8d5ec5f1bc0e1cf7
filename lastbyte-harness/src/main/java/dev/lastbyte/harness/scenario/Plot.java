// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Occasion;
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
import java.util.function.Function;

/** What happens in a scenario, in any dialect and framing; a script is one performance of it. */
sealed interface Plot {

  /** The script for a request that came on this occasion. */
  Script script(Dialect dialect, Framing framing, Occasion occasion);

  /** A part of an answer, in whatever dialect the speaker has. */
  interface Part {
    List<Step.Event> tell(Speech speech);
  }

  /**
   * A stream that tells some parts of an answer and ends.
   *
   * @param rest the parts that the uncut answer would have had after them
   */
  record Streams(Ending ending, List<Part> told, List<Part> rest) implements Plot {

    /** A request that did not ask for a stream gets the whole answer in one body. */
    @Override
    public Script script(Dialect dialect, Framing framing, Occasion occasion) {
      return occasion.streaming()
          ? stream(dialect, framing)
          : WHOLE.script(dialect, framing, occasion);
    }

    private Script stream(Dialect dialect, Framing framing) {
      Speech speech = Speech.in(dialect);
      List<Step.Event> events = tell(told, speech);
      long wholeBytes = bytes(events);
      if (!(ending.in(dialect, framing) instanceof Verb.EndOfMessage)) {
        wholeBytes += bytes(tell(rest, speech));
      }
      var steps = new ArrayList<Step>();
      steps.add(Heads.stream(dialect, wholeBytes));
      steps.addAll(events);
      return ending.after(steps, dialect, framing);
    }

    private static List<Step.Event> tell(List<Part> parts, Speech speech) {
      return parts.stream().flatMap(part -> part.tell(speech).stream()).toList();
    }

    private static long bytes(List<Step.Event> events) {
      return events.stream().mapToLong(event -> event.payload().size()).sum();
    }
  }

  /** One JSON body, whole. */
  record Answers(int status, String reason, List<Field> fields, Function<Dialect, String> body)
      implements Plot {
    @Override
    public Script script(Dialect dialect, Framing framing, Occasion occasion) {
      Bytes payload = Bytes.of(body.apply(dialect));
      Step.Head head = Heads.json(status, reason, fields, dialect, payload.size());
      return Ending.END_OF_MESSAGE.after(List.of(head, new Step.Body(payload)), dialect, framing);
    }
  }

  /** The request is read whole, and then the connection ends without a byte. */
  record SaysNothing(Ending ending) implements Plot {
    @Override
    public Script script(Dialect dialect, Framing framing, Occasion occasion) {
      return ending.after(List.of(), dialect, framing);
    }
  }

  /** All is well on a fresh connection; a reused one is dead. */
  record DiesWhenReused(Plot fresh, Ending ending) implements Plot {
    @Override
    public Script script(Dialect dialect, Framing framing, Occasion occasion) {
      return occasion.reused()
          ? ending.after(List.of(), dialect, framing)
          : fresh.script(dialect, framing, occasion);
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
  record Unreached(Verb.Unreached verb) implements Plot {
    @Override
    public Script script(Dialect dialect, Framing framing, Occasion occasion) {
      return new Script(List.of(), verb);
    }
  }

  /** What a request for a whole body gets. */
  Answers WHOLE = new Answers(200, "OK", List.of(), Bodies::answer);
}
