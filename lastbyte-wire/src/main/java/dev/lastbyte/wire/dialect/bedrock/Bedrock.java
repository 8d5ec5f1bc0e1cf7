// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.bedrock;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.wire.dialect.anthropic.AnthropicMessages;
import dev.lastbyte.wire.dialect.reader.ConversationWords;
import dev.lastbyte.wire.dialect.reader.DialectRules;
import dev.lastbyte.wire.dialect.reader.JsonResponse;
import dev.lastbyte.wire.dialect.reader.RequestKeys;
import dev.lastbyte.wire.dialect.reader.ResponseBodyReader;
import dev.lastbyte.wire.dialect.reader.ResponseEventRecorder;
import dev.lastbyte.wire.dialect.reader.Route;
import dev.lastbyte.wire.dialect.reader.ToolSide;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Amazon Bedrock's runtime: Converse and InvokeModel, each with and without a stream ({@code POST
 * /model/{id}/...}).
 *
 * <p>Whole with {@code messageStop}. A tool call is ready when its block is closed. Of the vendors
 * whose own events InvokeModel passes through, Anthropic's are followed.
 */
public final class Bedrock implements DialectRules {

  private static final String MODEL = "/model/";

  /** A prompt that the provider keeps, in place of a model: it may have tools. */
  private static final Pattern PROMPT = Pattern.compile("(?i)(?::|%3A)prompt(?:/|%2F)");

  @Override
  public @Nullable Route route(String path) {
    String operation = path.substring(path.lastIndexOf('/') + 1);
    return switch (operation) {
      case "converse", "invoke" -> route(path, operation, Known.NO);
      case "converse-stream", "invoke-with-response-stream" -> route(path, operation, Known.YES);
      default -> null;
    };
  }

  /** {@code .../model/{id}/{operation}}; the id may be an ARN, with slashes of its own. */
  private static @Nullable Route route(String path, String operation, Known streaming) {
    int from = path.indexOf(MODEL);
    int to = path.length() - operation.length() - 1;
    if (from < 0 || from + MODEL.length() > to) {
      return null;
    }
    String id = path.substring(from + MODEL.length(), to);
    return new Route(Dialect.BEDROCK, streaming, Route.modelOf(id), PROMPT.matcher(id).find());
  }

  @Override
  public ConversationWords conversationWords() {
    return new ConversationWords(Set.of("messages"), Set.of("tool_use_id"), Set.of("id"), Set.of());
  }

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
  public RequestKeys requestKeys() {
    return BedrockRequestKeys.KEYS;
  }

  @Override
  public boolean isToolResult(String roleOrType) {
    return roleOrType.equals("tool_result");
  }
}
