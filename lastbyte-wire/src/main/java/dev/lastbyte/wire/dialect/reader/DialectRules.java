// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.reader;

import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.ResponseEvent.Media;

/** Everything about one dialect. */
public interface DialectRules {

  /** The medium of its streams. */
  Media streamed();

  /** A reader of a streamed answer's events. */
  ResponseBodyReader stream(ResponseEventRecorder eventRecorder);

  /** A reader of an answer that comes as one JSON document. */
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

  /** Whether a part of the input, with that role or type, is a tool's result. */
  boolean isToolResult(String roleOrType);
}
