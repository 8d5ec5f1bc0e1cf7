// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.admin;

import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.SecretFilter;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.gateway.correlation.CallerReport;
import dev.lastbyte.gateway.correlation.RunHandle;
import dev.lastbyte.gateway.correlation.WriteKey;
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
          ? appendEvents(path.substring(RUNS.length(), path.length() - EVENTS.length()), head, body)
          : LocalResponse.error(405, "method_not_allowed", "events are told with POST");
    }
    return LocalResponse.error(
        404, "no_such_page", "there are health and runs/<x-lastbyte-run>/events");
  }

  private LocalResponse appendEvents(String segment, RequestHead head, byte[] body) {
    String keyText = head.fields().first(WriteKey.HEADER);
    SecretFilter filter = new SecretFilter(head.secrets());
    Token caller = nameIn(segment);
    if (caller == null || !runs.byCallerId().isKnown(caller)) {
      return LocalResponse.error(
          404, "unknown_run", "no recent request carried this id in its header x-lastbyte-run");
    }
    WriteKey key = WriteKey.orNull(keyText);
    if (keyText == null) {
      RunHandle run = runs.byCallerId().findOnly(caller);
      return run == null ? keyNeeded() : append(run, false, filter, body);
    }
    RunHandle run = key == null ? null : runs.byCallerId().find(caller, key);
    return run == null ? keyNeeded() : append(run, true, filter, body);
  }

  /** What is told is kept without the secrets of the request that tells it. */
  private static LocalResponse append(
      RunHandle run, boolean withKey, SecretFilter filter, byte[] body) {
    return switch (ReportedEvents.parse(body, run.stamp(Vantage.AGENT))) {
      case ReportedEvents.Accepted events ->
          responseTo(run.report(filter.filter(events.events()), withKey));
      case ReportedEvents.Rejected unfit ->
          LocalResponse.error(
              400, "unfit_event", "line " + unfit.line() + " of the body: " + unfit.reason());
    };
  }

  private static LocalResponse responseTo(CallerReport.Outcome outcome) {
    return switch (outcome) {
      case CallerReport.Accepted taken -> LocalResponse.noContent();
      case CallerReport.Refusal.KEY_NEEDED -> keyNeeded();
      case CallerReport.Refusal.CALL_WAS_WHOLE ->
          LocalResponse.error(
              409,
              "call_was_whole",
              "the response held this call whole, so that a report cannot undo it; what a tool does"
                  + " is for the owner's retry policy to say");
      case CallerReport.Refusal.RUN_IS_OVER ->
          LocalResponse.error(
              409, "run_is_over", "after its end a run cannot be judged with less caution");
    };
  }

  private static LocalResponse keyNeeded() {
    return LocalResponse.error(
        401,
        "run_key_needed",
        "to speak for a run takes its key, as the header "
            + WriteKey.HEADER
            + ": send one of your own (at least "
            + WriteKey.MIN_CHARACTERS
            + " random characters) with the request and with each post, or use the one in the"
            + " response's header of that name; without it only a tool that ran, its result, and"
            + " output that was shown are taken, and of a run whose name no other client uses");
  }

  private static @Nullable Token nameIn(String segment) {
    try {
      return Token.orNull(URLDecoder.decode(segment, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException badEscape) {
      return null;
    }
  }
}
