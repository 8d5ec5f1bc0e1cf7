// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.ConnectionEvent;
import dev.lastbyte.core.event.LifeEvent.AttemptStarted;
import dev.lastbyte.core.event.LifeEvent.ProcessLost;
import dev.lastbyte.core.event.RequestEvent.RequestBegan;
import dev.lastbyte.core.event.RequestEvent.RequestSent;
import dev.lastbyte.core.event.ResponseEvent.BodyBegan;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.StreamEvent.ContentFlowed;
import dev.lastbyte.core.event.Vantage;
import org.jspecify.annotations.Nullable;

/** Reads what the provider's side certainly received. */
final class DeliveryReader {

  private DeliveryReader() {}

  static Delivery read(AttemptEvents events) {
    if (events.has(ResponseStarted.class)
        || events.has(BodyBegan.class)
        || events.has(ContentFlowed.class)) {
      return Delivery.RECEIVED;
    }
    if (events.has(RequestSent.class)) {
      return Delivery.SENT;
    }
    if (events.has(RequestBegan.class)) {
      return Delivery.PARTIAL;
    }
    return sawTheWire(events) ? Delivery.NOTHING : Delivery.UNKNOWN;
  }

  /** Only a vantage that would have seen the request leave may conclude that it did not. */
  private static boolean sawTheWire(AttemptEvents events) {
    return !events.has(ProcessLost.class)
        && (seesTheWire(events.first(AttemptStarted.class))
            || seesTheWire(events.first(ConnectionEvent.class)));
  }

  private static boolean seesTheWire(@Nullable Seen<? extends RunEvent> seen) {
    if (seen == null) {
      return false;
    }
    Vantage vantage = seen.event().vantage();
    return vantage == Vantage.GATEWAY_UP || vantage == Vantage.CLIENT;
  }
}
