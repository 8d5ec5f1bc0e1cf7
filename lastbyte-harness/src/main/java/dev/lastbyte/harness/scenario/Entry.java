// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.ClientPart;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Occasion;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.Upload;
import dev.lastbyte.harness.Vantage;
import dev.lastbyte.harness.Venue;
import dev.lastbyte.harness.script.Script;
import java.util.EnumSet;
import java.util.Set;

/** A scenario of the catalogue: a plot, and its keys beside it. */
record Entry(
    String name,
    Set<Dialect> dialects,
    Set<Framing> framings,
    Plot plot,
    Keys keys,
    ClientPart clientPart,
    Upload upload,
    Occasion usual,
    Venue venue)
    implements Scenario {

  Entry {
    dialects = Set.copyOf(dialects);
    framings = Set.copyOf(framings);
  }

  /** In every dialect, wherever chunks, a length or the end of the connection frame the body. */
  static Entry of(String name, Plot plot, Keys keys) {
    return new Entry(
        name,
        EnumSet.allOf(Dialect.class),
        Groups.HTTP1,
        plot,
        keys,
        new ClientPart.ReadsOn(),
        Upload.READ,
        Occasion.CANONICAL,
        Venue.SERVER);
  }

  /** The same under another name. */
  Entry named(String other) {
    return new Entry(other, dialects, framings, plot, keys, clientPart, upload, usual, venue);
  }

  /** The same with its keys about another occasion. */
  Entry on(Occasion other) {
    return new Entry(name, dialects, framings, plot, keys, clientPart, upload, other, venue);
  }

  /** The same in some dialects only. */
  Entry in(Set<Dialect> some) {
    return new Entry(name, some, framings, plot, keys, clientPart, upload, usual, venue);
  }

  /** The same in some framings only. */
  Entry framed(Set<Framing> some) {
    return new Entry(name, dialects, some, plot, keys, clientPart, upload, usual, venue);
  }

  /** The same with a part for the client. */
  Entry acted(ClientPart part) {
    return new Entry(name, dialects, framings, plot, keys, part, upload, usual, venue);
  }

  /** The same with another treatment of the request's body. */
  Entry uploading(Upload other) {
    return new Entry(name, dialects, framings, plot, keys, clientPart, other, usual, venue);
  }

  /** The same, met somewhere else. */
  Entry at(Venue other) {
    return new Entry(name, dialects, framings, plot, keys, clientPart, upload, usual, other);
  }

  @Override
  public Script script(Dialect dialect, Framing framing, Occasion occasion) {
    requireOwn(dialect, framing);
    Script script = plot.script(dialect, framing, occasion);
    if (!framing.has(script.verb())) {
      throw new IllegalStateException(
          "%s must end by what %s has, but ends by %s"
              .formatted(name, framing.token(), script.verb().token()));
    }
    return script;
  }

  @Override
  public AnswerKey truth(Dialect dialect, Framing framing) {
    return keys.truth(asking(dialect, framing));
  }

  @Override
  public AnswerKey key(Dialect dialect, Framing framing, Vantage vantage) {
    return keys.seen(asking(dialect, framing), vantage);
  }

  @Override
  public String toString() {
    return name;
  }

  private Keys.Asking asking(Dialect dialect, Framing framing) {
    return new Keys.Asking(script(dialect, framing), dialect, framing);
  }

  private void requireOwn(Dialect dialect, Framing framing) {
    if (!dialects.contains(dialect)) {
      throw new IllegalArgumentException(
          "dialect must be one that " + name + " has, but was " + dialect.token());
    }
    if (!framings.contains(framing)) {
      throw new IllegalArgumentException(
          "framing must be one that " + name + " has, but was " + framing.token());
    }
  }
}
