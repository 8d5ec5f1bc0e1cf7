// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.policy;

import com.fasterxml.jackson.core.JsonParser;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.core.recovery.RetryPolicy;
import dev.lastbyte.core.recovery.RetryPolicy.Basis;
import dev.lastbyte.core.recovery.RetryPolicy.Declared;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one policy. Used once. */
final class PolicyReader {

  private static final String KEYS =
      "longest_wait_ms, most_attempts, first_pause_ms, longest_pause_ms, can_retract,"
          + " may_be_billed_twice, tools";
  private static final String TOOL_KEYS = "effect, basis";

  private final StrictJson json;
  private final Map<Token, Declared> tools = new HashMap<>();

  private Duration longestWait = RetryPolicy.standard().longestWait();
  private int mostAttempts = RetryPolicy.standard().mostAttempts();
  private Duration firstPause = RetryPolicy.standard().firstPause();
  private Duration longestPause = RetryPolicy.standard().longestPause();
  private boolean canRetract = RetryPolicy.standard().canRetract();
  private boolean mayBeBilledTwice = RetryPolicy.standard().mayBeBilledTwice();

  PolicyReader(JsonParser parser) {
    this.json = new StrictJson(parser);
  }

  RetryPolicy read() throws IOException {
    json.next();
    json.eachKey("the policy", this::field);
    json.end();
    return new RetryPolicy(
        longestWait, mostAttempts, firstPause, longestPause, canRetract, mayBeBilledTwice, tools);
  }

  private void field(String key) throws IOException {
    switch (key) {
      case "longest_wait_ms" -> longestWait = millis(key);
      case "most_attempts" -> mostAttempts = (int) json.whole(key, 1, PolicyJson.MOST_ATTEMPTS);
      case "first_pause_ms" -> firstPause = millis(key);
      case "longest_pause_ms" -> longestPause = millis(key);
      case "can_retract" -> canRetract = json.truth(key);
      case "may_be_billed_twice" -> mayBeBilledTwice = json.truth(key);
      case "tools" -> json.eachKey(key, this::tool);
      default -> throw StrictJson.unknownKey(key, "the policy", KEYS);
    }
  }

  private Duration millis(String key) throws IOException {
    return Duration.ofMillis(json.whole(key, 0, PolicyJson.LONGEST.toMillis()));
  }

  private void tool(String name) throws IOException {
    Token tool = Token.orNull(name);
    if (tool == null) {
      throw new PolicyFormatException(
          "tools: a tool's name must be a token, 1 to %d characters of [A-Za-z0-9._:/@+-]"
              .formatted(Token.MAX_LENGTH));
    }
    tools.put(tool, new Declaration("tools." + name).read());
  }

  /** What is said of one tool. */
  private final class Declaration {

    private final String where;
    private @Nullable ToolEffect effect;
    private @Nullable Basis basis;

    Declaration(String where) {
      this.where = where;
    }

    Declared read() throws IOException {
      json.eachKey(where, this::field);
      if (effect == null || basis == null) {
        throw new PolicyFormatException(where + " must have both: " + TOOL_KEYS);
      }
      return new Declared(effect, basis);
    }

    private void field(String key) throws IOException {
      switch (key) {
        case "effect" -> effect = json.word(where + ".effect", ToolEffect.values());
        case "basis" -> basis = json.word(where + ".basis", Basis.values());
        default -> throw StrictJson.unknownKey(key, where, TOOL_KEYS);
      }
    }
  }
}
