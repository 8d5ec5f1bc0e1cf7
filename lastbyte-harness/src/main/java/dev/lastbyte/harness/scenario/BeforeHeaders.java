// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import static dev.lastbyte.harness.scenario.composition.KeyTokens.EARLY;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.NEVER;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.PROVIDER;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.PROVIDER_ERROR;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.SAFE;

import dev.lastbyte.harness.ClientBehavior;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.UploadHandling;
import dev.lastbyte.harness.provider.ResponseHeads;
import dev.lastbyte.harness.scenario.composition.AnswerKeys;
import dev.lastbyte.harness.scenario.composition.DialectGroups;
import dev.lastbyte.harness.scenario.composition.Ending;
import dev.lastbyte.harness.scenario.composition.ScenarioBehavior;
import dev.lastbyte.harness.scenario.composition.ScenarioEntry;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.EndAction;
import dev.lastbyte.harness.script.Field;
import dev.lastbyte.harness.script.Step;
import java.time.Duration;
import java.util.List;

/** What goes wrong before a good response has begun, or only looks as if it did. */
final class BeforeHeaders {
  private static final String INTERMEDIARY = "intermediary";
  private static final Duration SILENCE = Duration.ofMillis(300);
  private static final long LARGE_BODY_BYTES = 32L * 1024 * 1024;

  private BeforeHeaders() {}

  static List<Scenario> all() {
    return List.of(
        ScenarioEntry.of(
                "fin-mid-headers",
                raw("HTTP/1.1 200 OK\r\ncontent-type: text/ev"),
                AnswerKeys.caused("stream.premature_eof", PROVIDER, EARLY, SAFE))
            .withFramings(DialectGroups.CHUNKED),
        ScenarioEntry.of(
                "garbage-status-line",
                raw("220 mail.invalid ready\r\n"),
                AnswerKeys.caused("proto.malformed", PROVIDER, EARLY, SAFE))
            .withFramings(DialectGroups.CHUNKED),
        ScenarioEntry.of(
                "stall-before-headers",
                ScenarioBehavior.emptyResponse(Ending.STALL),
                AnswerKeys.derived())
            .withFramings(DialectGroups.CHUNKED)
            .withClientBehavior(new ClientBehavior.GivesUp("headers")),
        ScenarioEntry.of(
            "early-hints-103-then-200",
            ScenarioBehavior.after(
                new Step.Interim(103, "Early Hints", List.of()), ScenarioBehavior.TEXT_RESPONSE),
            AnswerKeys.derived()),
        ScenarioEntry.of(
                "100-continue-withheld", ScenarioBehavior.TEXT_RESPONSE, AnswerKeys.derived())
            .withUpload(UploadHandling.READ_WITHOUT_CONTINUE)
            .withClientBehavior(new ClientBehavior.ExpectsContinue()),
        ScenarioEntry.of(
            "redirect-307-loop",
            redirect(),
            AnswerKeys.caused("http.redirect", PROVIDER, PROVIDER_ERROR, NEVER)),
        ScenarioEntry.of(
            "html-200",
            page(200, "OK"),
            // nothing but the end of a page shows that no response comes, and its bytes came before
            AnswerKeys.derivedWith(key ->
                key.in("await_content")
                    .causedBy("http.unexpected_media", INTERMEDIARY, PROVIDER_ERROR, NEVER))),
        ScenarioEntry.of(
            "html-520",
            page(520, "Web Server Returned an Unknown Error"),
            AnswerKeys.caused("provider.bad_gateway", INTERMEDIARY, PROVIDER_ERROR, SAFE)),
        gatewayTimeout("gateway-504-at-60", 504, "Gateway Timeout", Duration.ofSeconds(60)),
        gatewayTimeout("gateway-524-at-125", 524, "A Timeout Occurred", Duration.ofSeconds(125)),
        ScenarioEntry.of(
                "idle-pool-dead-path",
                ScenarioBehavior.whenReused(
                    ScenarioBehavior.TEXT_RESPONSE, ScenarioBehavior.emptyResponse(Ending.STALL)),
                AnswerKeys.derived())
            .withFramings(DialectGroups.CHUNKED)
            .withClientBehavior(new ClientBehavior.AsksAgainOnTheConnection()),
        reusedIsSilent("reused-silent-fin", new EndAction.Fin()),
        reusedIsSilent("reused-silent-rst", new EndAction.Rst()),
        ScenarioEntry.of(
                "request-body-cut",
                ScenarioBehavior.emptyResponse(Ending.RST),
                AnswerKeys.derivedWith(
                    key -> key.in("send").causedBy("send.reset", PROVIDER, EARLY, SAFE)))
            .withFramings(DialectGroups.CHUNKED)
            .withUpload(UploadHandling.CUT)
            .withClientBehavior(new ClientBehavior.Uploads(LARGE_BODY_BYTES)));
  }

  /** The server reads the request, is silent for longer than a dead connection takes, and ends. */
  private static ScenarioEntry reusedIsSilent(String name, EndAction endAction) {
    return ScenarioEntry.of(
            name,
            ScenarioBehavior.whenReused(
                ScenarioBehavior.TEXT_RESPONSE,
                ScenarioBehavior.after(
                    new Step.Pause(SILENCE),
                    ScenarioBehavior.emptyResponse(Ending.always(endAction)))),
            AnswerKeys.caused("wait.empty_reply", PROVIDER, EARLY, SAFE))
        .withFramings(DialectGroups.CHUNKED)
        .withClientBehavior(new ClientBehavior.AsksAgainOnTheConnection());
  }

  private static ScenarioBehavior raw(String text) {
    return new ScenarioBehavior.RawSteps(List.of(new Step.Raw(Bytes.of(text))), Ending.FIN);
  }

  private static ScenarioBehavior redirect() {
    return (dialect, framing, requestContext) -> {
      var location = new Field("location", "/redirect-307-loop" + dialect.route());
      Step.Head head =
          ResponseHeads.plain(307, "Temporary Redirect", List.of(location), dialect, 0);
      return Ending.END_OF_MESSAGE.after(List.of(head), dialect, framing);
    };
  }

  private static ScenarioBehavior.WholeResponse page(int status, String reason) {
    return new ScenarioBehavior.WholeResponse(
        status,
        reason,
        List.of(new Field("content-type", "text/html; charset=utf-8")),
        dialect -> "<!doctype html><title>%s</title>\n".formatted(reason));
  }

  private static ScenarioEntry gatewayTimeout(String name, int status, String reason, Duration at) {
    return ScenarioEntry.of(
        name,
        ScenarioBehavior.after(new Step.Pause(at), page(status, reason)),
        AnswerKeys.caused("provider.gateway_timeout", INTERMEDIARY, PROVIDER_ERROR, SAFE));
  }
}
