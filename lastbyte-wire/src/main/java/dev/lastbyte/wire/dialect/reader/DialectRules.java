// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.reader;

import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.ResponseEvent.Media;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is to be known of one dialect's requests and responses. Each dialect has a
 * package with one such class; {@code Dialects} lists them. Immutable, and safe for all threads.
 */
public interface DialectRules {

  /**
   * What a path of this dialect says, or null for any other path. No two dialects claim one path.
   *
   * @param path the path without a query
   */
  @Nullable Route route(String path);

  /** Where its requests hold the conversation, and what they call a tool's result. */
  ConversationWords conversationWords();

  /** The medium of its streams. */
  Media streamed();

  /** A reader of a streamed response's events. */
  ResponseBodyReader stream(ResponseEventRecorder eventRecorder);

  /** A reader of a response that comes as one JSON document. */
  ResponseBodyReader document(ResponseEventRecorder eventRecorder);

  /**
   * Whether a stream is asked for, where the path does not say so.
   *
   * @param stream what {@code stream} says; unknown if it is absent
   */
  default boolean streams(Known stream) {
    return stream == Known.YES;
  }

  /**
   * Whether the provider keeps the response or goes on working without us.
   *
   * @param store what {@code store} says; unknown if it is absent
   * @param background whether {@code background} is set
   */
  Known stores(Known store, boolean background);

  /** Who executes a tool of that type; the type is empty if none is given. */
  ToolSide sideOf(String toolType);

  /** What its requests are made of. */
  RequestKeys requestKeys();

  /**
   * Whether a model of that name may bring tools of its own: Groq's compound systems do, and
   * OpenRouter's presets, Volcengine's bots, Zhipu's and Mistral's agents may.
   */
  default boolean mayBringTools(String model) {
    return AgentModels.has(model);
  }

  /** Whether a part of the input, with that role or type, is a tool's result. */
  boolean isToolResult(String roleOrType);
}
