// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import static dev.lastbyte.harness.scenario.Words.EARLY;
import static dev.lastbyte.harness.scenario.Words.NEVER;
import static dev.lastbyte.harness.scenario.Words.PROVIDER;
import static dev.lastbyte.harness.scenario.Words.PROVIDER_ERROR;
import static dev.lastbyte.harness.scenario.Words.SAFE;

import dev.lastbyte.harness.ClientPart;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.Upload;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.Field;
import dev.lastbyte.harness.script.Step;
import dev.lastbyte.harness.speech.Heads;
import java.time.Duration;
import java.util.List;

/** What goes wrong before a good answer has begun, or only looks as if it did. */
final class BeforeHeaders {
  private static final String INTERMEDIARY = "intermediary";
  private static final long LARGE_BODY_BYTES = 32L * 1024 * 1024;

  private BeforeHeaders() {}

  static List<Scenario> all() {
    return List.of(
        Entry.of(
                "fin-mid-headers",
                raw("HTTP/1.1 200 OK\r\ncontent-type: text/ev"),
                Keys.caused("stream.premature_eof", PROVIDER, EARLY, SAFE))
            .framed(Groups.CHUNKED),
        Entry.of(
                "garbage-status-line",
                raw("220 mail.invalid ready\r\n"),
                Keys.caused("proto.malformed", PROVIDER, EARLY, SAFE))
            .framed(Groups.CHUNKED),
        Entry.of("stall-before-headers", Plot.nothing(Ending.STALL), Keys.derived())
            .framed(Groups.CHUNKED)
            .acted(new ClientPart.GivesUp("headers")),
        Entry.of(
            "early-hints-103-then-200",
            Plot.after(new Step.Interim(103, "Early Hints", List.of()), Plot.ANSWER),
            Keys.derived()),
        Entry.of("100-continue-withheld", Plot.ANSWER, Keys.derived())
            .uploading(Upload.READ_WITHOUT_CONTINUE)
            .acted(new ClientPart.ExpectsContinue()),
        Entry.of(
            "redirect-307-loop",
            redirect(),
            Keys.caused("http.redirect", PROVIDER, PROVIDER_ERROR, NEVER)),
        Entry.of(
            "html-200",
            page(200, "OK"),
            // nothing but the end of a page shows that no answer comes, and its bytes came before
            Keys.but(key ->
                key.in("await_content")
                    .causedBy("http.unexpected_media", INTERMEDIARY, PROVIDER_ERROR, NEVER))),
        Entry.of(
            "html-520",
            page(520, "Web Server Returned an Unknown Error"),
            Keys.caused("provider.bad_gateway", INTERMEDIARY, PROVIDER_ERROR, SAFE)),
        gatewayTimeout("gateway-504-at-60", 504, "Gateway Timeout", Duration.ofSeconds(60)),
        gatewayTimeout("gateway-524-at-125", 524, "A Timeout Occurred", Duration.ofSeconds(125)),
        Entry.of(
                "idle-pool-dead-path",
                Plot.whenReused(Plot.ANSWER, Plot.nothing(Ending.STALL)),
                Keys.derived())
            .framed(Groups.CHUNKED)
            .acted(new ClientPart.AsksAgainOnTheConnection()),
        Entry.of(
                "request-body-cut",
                Plot.nothing(Ending.RST),
                Keys.but(key -> key.in("send").causedBy("send.reset", PROVIDER, EARLY, SAFE)))
            .framed(Groups.CHUNKED)
            .uploading(Upload.CUT)
            .acted(new ClientPart.Uploads(LARGE_BODY_BYTES)));
  }

  private static Plot raw(String text) {
    return new Plot.Says(List.of(new Step.Raw(Bytes.of(text))), Ending.FIN);
  }

  private static Plot redirect() {
    return (dialect, framing, occasion) -> {
      var location = new Field("location", "/redirect-307-loop" + dialect.route());
      Step.Head head = Heads.plain(307, "Temporary Redirect", List.of(location), dialect, 0);
      return Ending.END_OF_MESSAGE.after(List.of(head), dialect, framing);
    };
  }

  private static Plot.Answers page(int status, String reason) {
    return new Plot.Answers(
        status,
        reason,
        List.of(new Field("content-type", "text/html; charset=utf-8")),
        dialect -> "<!doctype html><title>%s</title>\n".formatted(reason));
  }

  private static Entry gatewayTimeout(String name, int status, String reason, Duration at) {
    return Entry.of(
        name,
        Plot.after(new Step.Pause(at), page(status, reason)),
        Keys.caused("provider.gateway_timeout", INTERMEDIARY, PROVIDER_ERROR, SAFE));
  }
}
