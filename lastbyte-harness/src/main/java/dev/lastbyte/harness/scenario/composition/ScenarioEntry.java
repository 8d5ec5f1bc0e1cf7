// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario.composition;

import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.ClientBehavior;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Endpoint;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.RequestContext;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.UploadHandling;
import dev.lastbyte.harness.Vantage;
import dev.lastbyte.harness.script.Script;
import java.util.EnumSet;
import java.util.Set;

/** A scenario of the catalogue: a plot, and its keys beside it. */
public record ScenarioEntry(
    String name,
    Set<Dialect> dialects,
    Set<Framing> framings,
    ScenarioBehavior behavior,
    AnswerKeys keys,
    ClientBehavior clientBehavior,
    UploadHandling upload,
    RequestContext usual,
    Endpoint endpoint)
    implements Scenario {

  public ScenarioEntry {
    dialects = Set.copyOf(dialects);
    framings = Set.copyOf(framings);
  }

  /** In every dialect, wherever chunks, a length or the end of the connection frame the body. */
  public static ScenarioEntry of(String name, ScenarioBehavior behavior, AnswerKeys keys) {
    return new ScenarioEntry(
        name,
        EnumSet.allOf(Dialect.class),
        DialectGroups.HTTP1,
        behavior,
        keys,
        new ClientBehavior.ReadsOn(),
        UploadHandling.READ,
        RequestContext.CANONICAL,
        Endpoint.SERVER);
  }

  /** The same under another name. */
  public ScenarioEntry withName(String other) {
    return new ScenarioEntry(
        other, dialects, framings, behavior, keys, clientBehavior, upload, usual, endpoint);
  }

  /** The same with its keys about another occasion. */
  public ScenarioEntry withCanonicalRequest(RequestContext other) {
    return new ScenarioEntry(
        name, dialects, framings, behavior, keys, clientBehavior, upload, other, endpoint);
  }

  /** The same in some dialects only. */
  public ScenarioEntry withDialects(Set<Dialect> some) {
    return new ScenarioEntry(
        name, some, framings, behavior, keys, clientBehavior, upload, usual, endpoint);
  }

  /** The same in some framings only. */
  public ScenarioEntry withFramings(Set<Framing> some) {
    return new ScenarioEntry(
        name, dialects, some, behavior, keys, clientBehavior, upload, usual, endpoint);
  }

  /** The same with a part for the client. */
  public ScenarioEntry withClientBehavior(ClientBehavior part) {
    return new ScenarioEntry(
        name, dialects, framings, behavior, keys, part, upload, usual, endpoint);
  }

  /** The same with another treatment of the request's body. */
  public ScenarioEntry withUpload(UploadHandling other) {
    return new ScenarioEntry(
        name, dialects, framings, behavior, keys, clientBehavior, other, usual, endpoint);
  }

  /** The same, met somewhere else. */
  public ScenarioEntry withEndpoint(Endpoint other) {
    return new ScenarioEntry(
        name, dialects, framings, behavior, keys, clientBehavior, upload, usual, other);
  }

  @Override
  public Script script(Dialect dialect, Framing framing, RequestContext requestContext) {
    requireSupported(dialect, framing);
    Script script = behavior.script(dialect, framing, requestContext);
    if (!framing.has(script.endAction())) {
      throw new IllegalStateException(
          "%s must end by what %s has, but ends by %s"
              .formatted(name, framing.token(), script.endAction().token()));
    }
    return script;
  }

  @Override
  public AnswerKey truth(Dialect dialect, Framing framing) {
    return keys.truth(caseOf(dialect, framing));
  }

  @Override
  public AnswerKey key(Dialect dialect, Framing framing, Vantage vantage) {
    return keys.seen(caseOf(dialect, framing), vantage);
  }

  @Override
  public String toString() {
    return name;
  }

  private AnswerKeys.Case caseOf(Dialect dialect, Framing framing) {
    return new AnswerKeys.Case(script(dialect, framing), dialect, framing);
  }

  private void requireSupported(Dialect dialect, Framing framing) {
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
