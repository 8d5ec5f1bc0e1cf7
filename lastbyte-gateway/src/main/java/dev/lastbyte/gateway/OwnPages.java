// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.wire.http.RequestHead;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Answers what is asked of the gateway itself: its health, and the channel by which an application
 * tells what the wire cannot show.
 */
final class OwnPages {

  private static final String RUNS = "runs/";
  private static final String EVENTS = "/events";

  private final Runs runs;
  private final String version;

  OwnPages(Runs runs, String version) {
    this.runs = runs;
    this.version = version;
  }

  /**
   * @param path what follows {@code /_lastbyte/}
   */
  Answer answer(RequestHead head, String path, byte[] body) {
    if (path.equals("health")) {
      return Answer.ok(JsonPages.health(version, runs));
    }
    if (path.startsWith(RUNS) && path.endsWith(EVENTS)) {
      return head.method().equals("POST")
          ? told(path.substring(RUNS.length(), path.length() - EVENTS.length()), body)
          : Answer.error(405, "method_not_allowed", "events are told with POST");
    }
    return Answer.error(404, "no_such_page", "there are health and runs/<x-lastbyte-run>/events");
  }

  private Answer told(String segment, byte[] body) {
    ToldRun run = find(segment);
    if (run == null) {
      return Answer.error(
          404, "unknown_run", "no recent request carried this id in its header x-lastbyte-run");
    }
    return switch (ToldEvents.read(body, run.now(Vantage.AGENT))) {
      case ToldEvents.Events events -> {
        run.tell(events.events());
        yield Answer.taken();
      }
      case ToldEvents.Unfit unfit ->
          Answer.error(
              400, "unfit_event", "line " + unfit.line() + " of the body: " + unfit.reason());
    };
  }

  private @Nullable ToldRun find(String segment) {
    try {
      Token caller = Token.orNull(URLDecoder.decode(segment, StandardCharsets.UTF_8));
      return caller == null ? null : runs.find(caller);
    } catch (IllegalArgumentException badEscape) {
      return null;
    }
  }
}
