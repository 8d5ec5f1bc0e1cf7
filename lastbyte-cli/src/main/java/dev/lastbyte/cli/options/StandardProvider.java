// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.options;

import java.net.URI;
import java.util.List;

/**
 * The providers that a gateway serves unasked: all that the command knows of each. Options, the
 * variables of {@code lastbyte run}, and {@code lastbyte connect} read it from here.
 */
public enum StandardProvider {
  OPENAI("openai", "https://api.openai.com", "/v1", "OPENAI_BASE_URL", "OPENAI_API_BASE"),
  ANTHROPIC("anthropic", "https://api.anthropic.com", "", "ANTHROPIC_BASE_URL"),
  GEMINI("gemini", "https://generativelanguage.googleapis.com", "", "GOOGLE_GEMINI_BASE_URL"),
  OLLAMA("ollama", "http://127.0.0.1:11434", "", "OLLAMA_HOST");

  // Texts of --help are constants, so they stand here a second time; a test compares them.

  /** The first half of {@link #upstream()} of all. */
  public static final String UPSTREAMS_HELP =
      "openai=https://api.openai.com, anthropic=https://api.anthropic.com,";

  /** The second half. */
  public static final String MORE_UPSTREAMS_HELP =
      "gemini=https://generativelanguage.googleapis.com, ollama=http://127.0.0.1:11434";

  /** The variables of all, within a sentence. */
  public static final String VARIABLES_HELP = "Sets OPENAI_BASE_URL, ANTHROPIC_BASE_URL,";

  /** The rest of them. */
  public static final String MORE_VARIABLES_HELP =
      "GOOGLE_GEMINI_BASE_URL and OLLAMA_HOST for it; what they were set to before becomes the";

  private final String upstream;
  private final URI base;
  private final String suffix;

  @SuppressWarnings("ImmutableEnumChecker") // List.of gives one that never changes
  private final List<String> variables;

  StandardProvider(String upstream, String base, String suffix, String... variables) {
    this.upstream = upstream;
    this.base = URI.create(base);
    this.suffix = suffix;
    this.variables = List.of(variables);
  }

  /** Its name, which is the first segment of its paths at the gateway. */
  public String upstream() {
    return upstream;
  }

  /** Where it is. */
  public URI base() {
    return base;
  }

  /** What a client's base URL has behind the provider's own one, such as {@code /v1}. */
  public String suffix() {
    return suffix;
  }

  /** The variables that tell clients its base URL; of those that are set, the first one counts. */
  public List<String> variables() {
    return variables;
  }

  /** The URL that such a variable means: a host alone has the provider's own scheme and port. */
  public String urlOf(String value) {
    if (value.contains("://")) {
      return value;
    }
    boolean portIsMissing = base.getPort() >= 0 && !value.contains(":");
    return base.getScheme() + "://" + value + (portIsMissing ? ":" + base.getPort() : "");
  }
}
