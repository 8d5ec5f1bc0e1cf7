// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.bedrock;

import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.wire.dialect.anthropic.AnthropicMessages;
import dev.lastbyte.wire.dialect.reader.DialectRules;
import dev.lastbyte.wire.dialect.reader.JsonResponse;
import dev.lastbyte.wire.dialect.reader.ResponseBodyReader;
import dev.lastbyte.wire.dialect.reader.ResponseEventRecorder;
import dev.lastbyte.wire.dialect.reader.ToolSide;

/**
 * Amazon Bedrock's runtime: Converse and InvokeModel, each with and without a stream ({@code POST
 * /model/{id}/...}).
 *
 * <p>Whole with {@code messageStop}. A tool call is ready when its block is closed. Of the vendors
 * whose own events InvokeModel passes through, Anthropic's are followed.
 */
public final class Bedrock implements DialectRules {

  @Override
  public Media streamed() {
    return Media.AWS_EVENT_STREAM;
  }

  @Override
  public ResponseBodyReader stream(ResponseEventRecorder eventRecorder) {
    return new AwsFrameResponse(eventRecorder);
  }

  @Override
  public ResponseBodyReader document(ResponseEventRecorder eventRecorder) {
    return new JsonResponse<>(new BedrockDocument(eventRecorder), eventRecorder);
  }

  @Override
  public Known stores(Known store, boolean background) {
    return Known.NO;
  }

  /**
   * Of Converse's own kinds of tools only a function has no type; InvokeModel takes Anthropic's.
   */
  @Override
  public ToolSide sideOf(String toolType) {
    return AnthropicMessages.sideOfTool(toolType);
  }

  @Override
  public boolean isToolResult(String roleOrType) {
    return roleOrType.equals("tool_result");
  }

  /** What a {@code stopReason} means; Bedrock adds to Anthropic's words. */
  static Finish finishOf(String stopReason) {
    return switch (stopReason) {
      case "guardrail_intervened", "content_filtered" -> Finish.CONTENT_FILTER;
      default -> AnthropicMessages.finishOf(stopReason);
    };
  }
}
