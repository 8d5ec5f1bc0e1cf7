// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.gateway;

import dev.lastbyte.cli.options.StandardProvider;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a client is sent through a gateway: what to set, to be copied as it stands. A provider of
 * {@link StandardProvider} whose clients have no guide of their own has one by its first variable.
 */
public final class ClientGuide {

  private static final List<ClientGuide> BY_HAND =
      List.of(
          new ClientGuide(
              "codex",
              """
              # ~/.codex/config.toml (Codex speaks the Responses API only)
              # or, for one command: codex -c openai_base_url=GATEWAY/openai/v1
              model_provider = "lastbyte"

              [model_providers.lastbyte]
              name = "lastbyte"
              base_url = "GATEWAY/openai/v1"
              wire_api = "responses"
              env_key = "OPENAI_API_KEY"
              """,
              "lastbyte run -- sh -c 'codex -c openai_base_url=$OPENAI_BASE_URL ...'"),
          new ClientGuide(
              "claude",
              """
              export ANTHROPIC_BASE_URL=GATEWAY/anthropic
              claude
              """,
              null),
          new ClientGuide(
              "opencode",
              """
              // opencode.json in the project, beside what is there
              {
                "provider": {
                  "openai": {"options": {"baseURL": "GATEWAY/openai/v1"}},
                  "anthropic": {"options": {"baseURL": "GATEWAY/anthropic/v1"}}
                }
              }
              """,
              "lastbyte run --listen 127.0.0.1:7077 -- opencode ...    see: lastbyte connect"
                  + " opencode"),
          new ClientGuide(
              "gemini",
              """
              export GOOGLE_GEMINI_BASE_URL=GATEWAY/gemini
              gemini
              """,
              null),
          new ClientGuide(
              "openai-python",
              """
              export OPENAI_BASE_URL=GATEWAY/openai/v1
              # or: openai.OpenAI(base_url="GATEWAY/openai/v1")
              """,
              null),
          new ClientGuide(
              "openai-node",
              """
              export OPENAI_BASE_URL=GATEWAY/openai/v1
              // or: new OpenAI({ baseURL: "GATEWAY/openai/v1" })
              """,
              null),
          new ClientGuide(
              "anthropic",
              """
              export ANTHROPIC_BASE_URL=GATEWAY/anthropic
              # or: anthropic.Anthropic(base_url="GATEWAY/anthropic")
              # or: new Anthropic({ baseURL: "GATEWAY/anthropic" })
              """,
              null));

  private static final List<ClientGuide> GENERAL =
      List.of(
          new ClientGuide(
              "curl",
              """
              curl GATEWAY/openai/v1/responses \\
                -H "Authorization: Bearer $OPENAI_API_KEY" -H "Content-Type: application/json" \\
                -d '{"model": "MODEL", "input": "Say hello.", "stream": true}' --no-buffer
              """,
              null),
          new ClientGuide(
              "other",
              """
              # Whatever lets a client be given a base URL:
              #   GATEWAY/openai/v1    instead of https://api.openai.com/v1
              #   GATEWAY/anthropic    instead of https://api.anthropic.com
              #   GATEWAY/gemini       instead of https://generativelanguage.googleapis.com
              # Headers that help to tell runs apart, and go no further than the gateway:
              #   x-lastbyte-session: NAME    the conversation
              #   x-lastbyte-run: NAME        one question, the same for each time that it is sent
              #   x-lastbyte-run-key: SECRET  who may report what became of it, to .../runs/NAME/events
              """,
              null));

  private static final List<ClientGuide> ALL = all();

  private final String client;
  private final String text;
  private final @Nullable String runHint;

  private ClientGuide(String client, String text, @Nullable String runHint) {
    this.client = client;
    this.text = text;
    this.runHint = runHint;
  }

  private static List<ClientGuide> all() {
    var all = new ArrayList<ClientGuide>(BY_HAND);
    for (StandardProvider provider : StandardProvider.values()) {
      if (BY_HAND.stream().noneMatch(guide -> guide.client.startsWith(provider.upstream()))) {
        all.add(byVariable(provider));
      }
    }
    all.addAll(GENERAL);
    return List.copyOf(all);
  }

  private static ClientGuide byVariable(StandardProvider provider) {
    String variable = provider.variables().getFirst();
    String path = provider.upstream() + provider.suffix();
    return new ClientGuide(provider.upstream(), "export " + variable + "=GATEWAY/" + path, null);
  }

  /** What to set, for the gateway at this URL. */
  String text(String gateway) {
    return text.replace("GATEWAY", gateway).strip();
  }

  /** The guide for a client, or null if none has that name. */
  public static @Nullable ClientGuide of(String client) {
    return ALL.stream().filter(guide -> guide.client.equals(client)).findFirst().orElse(null);
  }

  /** The names of all. */
  static List<String> names() {
    return ALL.stream().map(guide -> guide.client).toList();
  }

  /**
   * What else it takes to send it through the gateway of {@code lastbyte run}, or null if the
   * variables are enough.
   */
  public @Nullable String runHint() {
    return runHint;
  }
}
