// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What happens in a scenario, in any dialect and framing; a script is one performance of it. */
sealed interface Plot {

  /** The script for a request that came on this occasion. */
  Script script(Dialect dialect, Framing framing, Occasion occasion);

  /**
   * What a script may depend on beside dialect and framing.
   *
   * @param reused whether the connection has carried a request before
   * @param streaming whether the request asked for a stream
   */
  record Occasion(boolean reused, boolean streaming) {}

  /** A part of an answer, in whatever dialect the speaker has. */
  interface Part {
    List<Step.Event> tell(Speech speech);
  }

  /** A stream that tells some parts of an answer and ends. */
  record Streams(Ending ending, List<Part> parts) implements Plot {
    Streams(Ending ending, Part... parts) {
      this(ending, List.of(parts));
    }

    /** A request that did not ask for a stream gets the whole answer in one body. */
    @Override
    public Script script(Dialect dialect, Framing framing, Occasion occasion) {
      return occasion.streaming() ? stream(dialect, framing) : WHOLE.script(dialect, framing);
    }

    private Script stream(Dialect dialect, Framing framing) {
      Speech speech = dialect.speech();
      var steps = new ArrayList<Step>();
      steps.add(Heads.stream(dialect, framing));
      parts.forEach(part -> part.tell(speech).forEach(event -> steps.add(event.in(framing))));
      return ending.after(steps, dialect, framing);
    }
  }

  /** One JSON body, whole. */
  record Answers(String status, String headers, Function<Dialect, String> body) implements Plot {
    @Override
    public Script script(Dialect dialect, Framing framing, Occasion occasion) {
      return script(dialect, framing);
    }

    Script script(Dialect dialect, Framing framing) {
      var body = new Step.Body(framing.frame(body().apply(dialect)));
      return Ending.END_OF_MESSAGE.after(
          List.of(Heads.json(status, headers, dialect, framing), body), dialect, framing);
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

  /** What a request for a whole body gets. */
  Answers WHOLE = new Answers("200 OK", "", Bodies::answer);
}
