// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

import dev.lastbyte.harness.script.Script;
import java.util.Set;

/** One way to misbehave (or not): what the server does, and the truth of it. */
public interface Scenario {

  /** The name in URLs and ledgers, such as {@code text-fin}. */
  String name();

  /** The dialects in which it can be told. */
  Set<Dialect> dialects();

  /** The framings that make a difference. */
  Set<Framing> framings();

  /**
   * What the server does with a request.
   *
   * @throws IllegalArgumentException if the dialect or the framing is not one of its own
   */
  Script script(Dialect dialect, Framing framing, RequestContext requestContext);

  /** The occasion that the scenario is about, and its keys with it. */
  default RequestContext usual() {
    return RequestContext.CANONICAL;
  }

  /** What the server does with the {@linkplain #usual() usual} request. */
  default Script script(Dialect dialect, Framing framing) {
    return script(dialect, framing, usual());
  }

  /**
   * The best that can be known of the usual request from that vantage.
   *
   * @throws IllegalArgumentException if the dialect or the framing is not one of its own
   */
  AnswerKey key(Dialect dialect, Framing framing, Vantage vantage);

  /** Where it is met. */
  default Endpoint endpoint() {
    return Endpoint.SERVER;
  }

  /** What happened, as seen by a party that saw all of it. */
  AnswerKey truth(Dialect dialect, Framing framing);

  /** What the client has to do for it. */
  default ClientBehavior clientBehavior() {
    return new ClientBehavior.ReadsOn();
  }

  /** What happens to the body of a request for it. */
  default UploadHandling upload() {
    return UploadHandling.READ;
  }

  /** The segment of a URL that asks for it; chunked goes without saying. */
  default String segment(Framing framing) {
    if (!framings().contains(framing)) {
      throw new IllegalArgumentException(
          "framing must be one that " + name() + " has, but was " + framing.token());
    }
    return framing == Framing.CHUNKED ? name() : name() + "." + framing.token();
  }
}
