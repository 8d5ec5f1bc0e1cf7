// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.anthropic;

/** The keys of a tool of the Messages API, which Bedrock passes on as they are. */
public final class AnthropicToolKeys {

  private static final String[] KEYS = {
    "type",
    "name",
    "description",
    "input_schema",
    "cache_control",
    "strict",
    "defer_loading",
    "allowed_callers",
    "mcp_server_name",
    "default_config",
    "configs",
    "input_examples",
    "eager_input_streaming",
    "max_uses",
    "allowed_domains",
    "blocked_domains",
    "user_location",
    "citations",
    "max_content_tokens",
    "use_cache",
    "max_characters",
    "display_width_px",
    "display_height_px",
    "display_number",
    "enable_zoom"
  };

  private AnthropicToolKeys() {}

  /** The keys of all types of tools together. */
  public static String[] all() {
    return KEYS.clone();
  }
}
