// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.admin;

import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.gateway.correlation.RunHandle;
import dev.lastbyte.gateway.local.LocalResponse;
import dev.lastbyte.gateway.recording.RunRegistry;
import dev.lastbyte.wire.http.RequestHead;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Serves requests to the gateway itself: its health, and the channel by which an application
 * reports what the wire cannot show.
 */
public final class AdminEndpoint {

  /** The first segment of the paths that it serves; no upstream's name begins so. */
  public static final String SEGMENT = "_lastbyte";

  private static final String RUNS = "runs/";
  private static final String EVENTS = "/events";

  private final RunRegistry runs;
  private final String version;

  public AdminEndpoint(RunRegistry runs, String version) {
    this.runs = runs;
    this.version = version;
  }

  /**
   * @param path what follows {@code /_lastbyte/}
   */
  LocalResponse respond(RequestHead head, String path, byte[] body) {
    if (path.equals("health")) {
      return AdminPages.health(version, runs);
    }
    if (path.startsWith(RUNS) && path.endsWith(EVENTS)) {
      return head.method().equals("POST")
          ? appendEvents(path.substring(RUNS.length(), path.length() - EVENTS.length()), body)
          : LocalResponse.error(405, "method_not_allowed", "events are told with POST");
    }
    return LocalResponse.error(
        404, "no_such_page", "there are health and runs/<x-lastbyte-run>/events");
  }

  private LocalResponse appendEvents(String segment, byte[] body) {
    RunHandle run = findRun(segment);
    if (run == null) {
      return LocalResponse.error(
          404, "unknown_run", "no recent request carried this id in its header x-lastbyte-run");
    }
    return switch (ReportedEvents.parse(body, run.stamp(Vantage.AGENT))) {
      case ReportedEvents.Accepted events -> {
        run.append(events.events());
        yield LocalResponse.noContent();
      }
      case ReportedEvents.Rejected unfit ->
          LocalResponse.error(
              400, "unfit_event", "line " + unfit.line() + " of the body: " + unfit.reason());
    };
  }

  private @Nullable RunHandle findRun(String segment) {
    try {
      Token caller = Token.orNull(URLDecoder.decode(segment, StandardCharsets.UTF_8));
      return caller == null ? null : runs.find(caller);
    } catch (IllegalArgumentException badEscape) {
      return null;
    }
  }
}
