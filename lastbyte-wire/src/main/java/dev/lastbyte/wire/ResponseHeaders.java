// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.ResponseEvent.AdvicePlace;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.core.event.ResponseEvent.RetryAdvised;
import dev.lastbyte.wire.dialect.reader.ResponseEventRecorder;
import dev.lastbyte.wire.error.RetryHeaders;
import dev.lastbyte.wire.http.HeaderFields;
import dev.lastbyte.wire.http.ResponseHead;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The response headers that are looked at; all others are passed over unread. */
final class ResponseHeaders {

  private ResponseHeaders() {}

  /** What the body says it is. */
  static Media media(HeaderFields fields) {
    String type = fields.first("content-type");
    if (type == null) {
      return Media.OTHER;
    }
    String essence = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return switch (essence) {
      case "text/event-stream" -> Media.EVENT_STREAM;
      case "application/json", "application/problem+json" -> Media.JSON;
      case "application/x-ndjson", "application/jsonl" -> Media.NDJSON;
      case "application/vnd.amazon.eventstream" -> Media.AWS_EVENT_STREAM;
      case "text/html" -> Media.HTML;
      default -> Media.OTHER;
    };
  }

  /** Keeps the identifiers by which this exchange can be found again. */
  static void correlate(HeaderFields fields, ResponseEventRecorder eventRecorder) {
    for (int i = 0; i < fields.count(); i++) {
      Correlation kind = kindOf(fields, i);
      if (kind != null) {
        eventRecorder.correlated(kind, fields.value(i));
      }
    }
  }

  /** What the headers of an error say about trying again, beside {@code Retry-After}. */
  static void advise(
      ResponseHead head, LongSupplier epochMillis, ResponseEventRecorder eventRecorder) {
    if (head.status() < 400) {
      return;
    }
    Known again = RetryHeaders.again(head.fields());
    if (again != Known.UNKNOWN) {
      eventRecorder.record(
          new RetryAdvised(eventRecorder.stamp(), AdvicePlace.SHOULD_RETRY_HEADER, null, again));
    }
    boolean asksElsewhere = RetryHeaders.pause(head.fields(), epochMillis) != null;
    Long reset = RetryHeaders.reset(head.fields(), epochMillis);
    if (head.status() == 429 && !asksElsewhere && reset != null) {
      eventRecorder.record(
          new RetryAdvised(eventRecorder.stamp(), AdvicePlace.RESET_HEADER, reset, Known.UNKNOWN));
    }
  }

  private static @Nullable Correlation kindOf(HeaderFields fields, int index) {
    if (fields.isNamed(index, "x-request-id")
        || fields.isNamed(index, "request-id")
        || fields.isNamed(index, "x-amzn-requestid")
        || fields.isNamed(index, "apim-request-id")
        || fields.isNamed(index, "x-oai-request-id")
        || fields.isNamed(index, "x-generation-id")) {
      return Correlation.REQUEST_ID;
    }
    if (fields.isNamed(index, "cf-ray")) {
      return Correlation.CF_RAY;
    }
    return fields.isNamed(index, "x-ms-region") ? Correlation.REGION : null;
  }
}
