// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.otlp;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.LifeEvent.RunOutcome;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.imports.reading.ErrorChain;
import dev.lastbyte.imports.reading.LossCounter;
import dev.lastbyte.imports.reading.RunNames;
import dev.lastbyte.imports.reading.SendingLog;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Spans of requests to models as runs. A span that is marked OK, or not at all, proves nothing. */
final class SpanRuns {

  private final RunNames names = new RunNames("otlp");
  private final LossCounter losses;
  private final Consumer<RunLog> runs;

  SpanRuns(LossCounter losses, Consumer<RunLog> runs) {
    this.losses = losses;
    this.runs = runs;
  }

  void span(Span span) {
    if (!span.asksAModel()) {
      losses.unrelated();
      return;
    }
    var sending =
        new SendingLog(names.next(span.spanId(), 0, span.startMillis()), span.startMillis());
    sending.provider(
        Objects.requireNonNullElse(
            span.attribute("gen_ai.provider.name"),
            Objects.requireNonNullElse(span.attribute("gen_ai.system"), "")));
    sending.asked(Dialect.UNKNOWN, span.attribute("gen_ai.request.model"), Known.UNKNOWN);
    sending.known(Correlation.TRACE_ID, span.traceId());
    sending.known(Correlation.RESPONSE_ID, span.attribute("gen_ai.response.id"));
    sending.known(Correlation.SESSION_ID, span.attribute("gen_ai.conversation.id"));
    sending.contentNotRecorded();
    sending.status(status(span), Media.OTHER, span.endMillis());
    if (span.failed()) {
      sending.failed(error(span), Known.UNKNOWN, span.endMillis());
      sending.ended(RunOutcome.FAILED, span.endMillis());
    } else {
      Finish finish = finish(span.attribute("gen_ai.response.finish_reasons"));
      if (finish != null) {
        sending.finished(finish, span.endMillis());
      }
      sending.ended(RunOutcome.UNKNOWN, span.endMillis());
    }
    runs.accept(sending.log());
  }

  /** Some instrumentations give the status as the type of the error. */
  private static @Nullable Long status(Span span) {
    String status = span.attribute("http.response.status_code");
    String named = status == null ? span.attribute("error.type") : status;
    return named != null && named.matches("\\d{3}") ? Long.valueOf(named) : null;
  }

  private static ErrorChain error(Span span) {
    return new ErrorChain()
        .level(span.attribute("error.type"), null, span.statusMessage())
        .level(span.attribute("exception.type"), null, span.attribute("exception.message"));
  }

  private static @Nullable Finish finish(@Nullable String reason) {
    if (reason == null) {
      return null;
    }
    return switch (reason) {
      case "stop", "end_turn", "stop_sequence", "STOP" -> Finish.STOP;
      case "tool_calls", "tool_call", "tool_use", "function_call" -> Finish.TOOL_CALLS;
      case "length", "max_tokens", "MAX_TOKENS" -> Finish.LENGTH;
      case "content_filter", "SAFETY" -> Finish.CONTENT_FILTER;
      case "refusal" -> Finish.REFUSAL;
      case "", "error" -> null;
      default -> Finish.OTHER;
    };
  }
}
