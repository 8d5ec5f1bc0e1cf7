// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.har;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.LifeEvent.RunOutcome;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.imports.reading.ErrorChain;
import dev.lastbyte.imports.reading.FieldSelection;
import dev.lastbyte.imports.reading.JsonFields;
import dev.lastbyte.imports.reading.LossCounter;
import dev.lastbyte.imports.reading.RunNames;
import dev.lastbyte.imports.reading.SendingLog;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP archive: of each entry that asks a model, its status, its ids and what the recorder says
 * of an error. The body, where it was kept, is not read, so that nothing says whether it was whole.
 *
 * @see <a href="http://www.softwareishard.com/blog/har-12-spec/">HAR 1.2</a>
 */
public final class HarArchive {

  private static final FieldSelection ENTRY =
      FieldSelection.of(
          "startedDateTime",
          "time",
          "request.method",
          "request.url",
          "response.status",
          "response._error",
          "response.headers.*.name",
          "response.headers.*.value",
          "response.content.mimeType");

  private final RunNames names = new RunNames("har");
  private final LossCounter losses;
  private final Consumer<RunLog> runs;

  private HarArchive(LossCounter losses, Consumer<RunLog> runs) {
    this.losses = losses;
    this.runs = runs;
  }

  /**
   * Reads the object that the parser stands at.
   *
   * @throws IOException if it is no JSON, or the file fails
   */
  public static void read(JsonParser parser, LossCounter losses, Consumer<RunLog> runs)
      throws IOException {
    var archive = new HarArchive(losses, runs);
    within(parser, "log", () -> within(parser, "entries", () -> archive.entries(parser)));
  }

  private interface Reading {
    void read() throws IOException;
  }

  /** Reads one member of the object that the parser stands at, and passes over the others. */
  private static void within(JsonParser parser, String member, Reading reading) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      boolean wanted = parser.currentName().equals(member);
      JsonToken value = parser.nextToken();
      if (wanted && value != null && value.isStructStart()) {
        reading.read();
      } else {
        parser.skipChildren();
      }
    }
  }

  private void entries(JsonParser parser) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        entry(JsonFields.read(parser, ENTRY));
      } else {
        parser.skipChildren();
      }
    }
  }

  private void entry(JsonFields entry) {
    Dialect dialect =
        HarApi.of(entry.textOrEmpty("request.method"), entry.textOrEmpty("request.url"));
    if (dialect == null) {
      losses.unrelated();
      return;
    }
    long began = Objects.requireNonNullElse(entry.moment("startedDateTime"), 0L);
    Long lasted = entry.number("time");
    long ended = began + (lasted == null ? 0 : Math.clamp(lasted, 0, 1L << 40));
    var sending = new SendingLog(names.next(null, 0, began), began);
    sending.asked(dialect, null, Known.UNKNOWN);
    Media media = media(entry.textOrEmpty("response.content.mimeType"));
    sending.status(entry.number("response.status"), media, null);
    ids(entry, sending);
    sending.contentNotRecorded();
    String error = entry.text("response._error");
    if (error != null) {
      sending.failed(new ErrorChain().level(null, code(error), error), Known.UNKNOWN, ended);
    }
    sending.ended(error == null ? RunOutcome.UNKNOWN : RunOutcome.FAILED, ended);
    runs.accept(sending.log());
  }

  /** Chromium's own code, {@code net::ERR_...}. */
  private static @Nullable String code(String error) {
    return error.matches("net::ERR_[A-Z0-9_]{1,60}") ? error.substring("net::".length()) : null;
  }

  private static void ids(JsonFields entry, SendingLog sending) {
    for (int i = 0; entry.has("response.headers." + i + ".name"); i++) {
      String path = "response.headers." + i + ".";
      Correlation kind = kind(entry.textOrEmpty(path + "name").toLowerCase(Locale.ROOT));
      if (kind != null) {
        sending.known(kind, entry.text(path + "value"));
      }
    }
  }

  private static @Nullable Correlation kind(String header) {
    return switch (header) {
      case "x-request-id", "request-id", "x-amzn-requestid", "apim-request-id" ->
          Correlation.REQUEST_ID;
      case "cf-ray" -> Correlation.CF_RAY;
      default -> null;
    };
  }

  private static Media media(String type) {
    String bare = type.toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
    return switch (bare) {
      case "text/event-stream" -> Media.EVENT_STREAM;
      case "application/json" -> Media.JSON;
      case "application/x-ndjson" -> Media.NDJSON;
      case "application/vnd.amazon.eventstream" -> Media.AWS_EVENT_STREAM;
      case "text/html" -> Media.HTML;
      default -> Media.OTHER;
    };
  }
}
