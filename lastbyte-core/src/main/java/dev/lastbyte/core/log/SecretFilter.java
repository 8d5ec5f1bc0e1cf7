// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.log;

import dev.lastbyte.core.event.CloseEvent;
import dev.lastbyte.core.event.ConnectionEvent;
import dev.lastbyte.core.event.ErrorLink;
import dev.lastbyte.core.event.LifeEvent;
import dev.lastbyte.core.event.LocalEvent;
import dev.lastbyte.core.event.LocalEvent.AbortRequested;
import dev.lastbyte.core.event.LocalEvent.ErrorSurfaced;
import dev.lastbyte.core.event.RequestEvent;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.ResponseEvent;
import dev.lastbyte.core.event.ResponseEvent.Correlated;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.StreamEvent;
import dev.lastbyte.core.event.StreamEvent.FinishSeen;
import dev.lastbyte.core.event.StreamEvent.ProviderFailed;
import dev.lastbyte.core.event.StreamEvent.ToolCallStarted;
import dev.lastbyte.core.event.ToolEvent;
import dev.lastbyte.core.privacy.RequestSecrets;
import dev.lastbyte.core.privacy.Token;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Events without what others put into them of a request's secrets. Only tokens that we make
 * ourselves, of hashes and of random numbers, are taken as they are.
 */
public final class SecretFilter {

  private final RequestSecrets secrets;

  public SecretFilter(RequestSecrets secrets) {
    this.secrets = secrets;
  }

  /** The event without such tokens, or null if it says nothing without them. */
  public @Nullable RunEvent filter(RunEvent event) {
    return secrets.isEmpty()
        ? event
        : switch (event) {
          case CloseEvent close -> close;
          case ConnectionEvent connection -> connection;
          case LifeEvent life -> life;
          case LocalEvent local -> ofLocal(local);
          case RequestEvent request -> ofRequest(request);
          case ResponseEvent response -> ofResponse(response);
          case StreamEvent stream -> ofStream(stream);
          case ToolEvent tool -> ofTool(tool);
        };
  }

  /** Those that say anything without such tokens. */
  public List<RunEvent> filter(List<RunEvent> events) {
    return events.stream().map(this::filter).filter(Objects::nonNull).toList();
  }

  private RunEvent ofLocal(LocalEvent event) {
    return switch (event) {
      case AbortRequested abort ->
          new AbortRequested(abort.stamp(), abort.source(), kept(abort.why()), kept(abort.from()));
      case ErrorSurfaced error ->
          new ErrorSurfaced(
              error.stamp(),
              error.chain().stream()
                  .map(link -> new ErrorLink(kept(link.type()), kept(link.code()), link.phrase()))
                  .toList(),
              error.retryable());
      case LocalEvent other -> other;
    };
  }

  private RunEvent ofRequest(RequestEvent event) {
    return event instanceof RequestDescribed described && !isKept(described.model())
        ? described.withoutModel()
        : event;
  }

  private @Nullable RunEvent ofResponse(ResponseEvent event) {
    return event instanceof Correlated correlated && !isKept(correlated.value()) ? null : event;
  }

  private RunEvent ofStream(StreamEvent event) {
    return switch (event) {
      case ToolCallStarted call ->
          new ToolCallStarted(call.stamp(), call.index(), kept(call.call()), kept(call.tool()));
      case FinishSeen finish ->
          new FinishSeen(finish.stamp(), finish.finish(), kept(finish.reason()));
      case ProviderFailed failed ->
          new ProviderFailed(
              failed.stamp(), failed.failure(), kept(failed.code()), failed.inStream());
      case StreamEvent other -> other;
    };
  }

  private RunEvent ofTool(ToolEvent event) {
    if (isKept(event.call())) {
      return event;
    }
    return switch (event) {
      case ToolEvent.ToolMaterialised tool ->
          new ToolEvent.ToolMaterialised(tool.stamp(), null, tool.effect());
      case ToolEvent.ToolStarted tool ->
          new ToolEvent.ToolStarted(tool.stamp(), null, tool.effect());
      case ToolEvent.ToolEnded tool -> new ToolEvent.ToolEnded(tool.stamp(), null, tool.outcome());
      case ToolEvent.ToolResultSent tool -> new ToolEvent.ToolResultSent(tool.stamp(), null);
      case ToolEvent.ToolRepeated tool ->
          new ToolEvent.ToolRepeated(tool.stamp(), null, tool.earlier());
    };
  }

  private @Nullable Token kept(@Nullable Token token) {
    return isKept(token) ? token : null;
  }

  private boolean isKept(@Nullable Token token) {
    return token == null || !secrets.occurIn(token);
  }
}
