// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error.vocabulary;

import dev.lastbyte.core.event.ProviderFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a word that is in no table most likely means by the words within it: services coin codes
 * faster than any table learns them, and mostly out of the same parts. The first shape that fits
 * decides, and what refuses for good stands before what passes.
 *
 * <p>Sources: the codes in the tables beside this class; {@code user_weekly_rate_limited}, {@code
 * credits_exhausted} and {@code payload_too_large} as field reports show them.
 */
final class WordShapes {

  /** Fits a key that holds all of {@code parts}. */
  private record Shape(ProviderFailure meaning, List<String> parts) {

    boolean fits(String key) {
      for (String part : parts) {
        if (!key.contains(part)) {
          return false;
        }
      }
      return true;
    }
  }

  private static final List<Shape> SHAPES =
      List.of(
          shape(ProviderFailure.CONTEXT_OVERFLOW, "context", "length"),
          shape(ProviderFailure.CONTEXT_OVERFLOW, "context", "window"),
          shape(ProviderFailure.CONTEXT_OVERFLOW, "context", "size"),
          shape(ProviderFailure.CONTEXT_OVERFLOW, "context", "overflow"),
          shape(ProviderFailure.CONTEXT_OVERFLOW, "context", "limit"),
          shape(ProviderFailure.CONTEXT_OVERFLOW, "context", "exceed"),
          shape(ProviderFailure.CONTEXT_OVERFLOW, "context", "toolong"),
          shape(ProviderFailure.CONTEXT_OVERFLOW, "prompt", "toolong"),
          shape(ProviderFailure.CONTEXT_OVERFLOW, "prompt", "tokens", "exceed"),
          shape(ProviderFailure.CONTEXT_OVERFLOW, "input", "toolong"),
          shape(ProviderFailure.CONTEXT_OVERFLOW, "input", "tokens", "exceed"),
          shape(ProviderFailure.CONTEXT_OVERFLOW, "token", "toolong"),
          shape(ProviderFailure.CONTEXT_OVERFLOW, "toomanytokens"),
          shape(ProviderFailure.CONTEXT_OVERFLOW, "toomanyinputtokens"),
          shape(ProviderFailure.CONTENT_FILTER, "contentpolicy"),
          shape(ProviderFailure.CONTENT_FILTER, "contentfilter"),
          shape(ProviderFailure.CONTENT_FILTER, "contentviolation"),
          shape(ProviderFailure.CONTENT_FILTER, "contentblocked"),
          shape(ProviderFailure.CONTENT_FILTER, "policyviolation"),
          shape(ProviderFailure.CONTENT_FILTER, "usagepolicy"),
          shape(ProviderFailure.CONTENT_FILTER, "moderation"),
          shape(ProviderFailure.CONTENT_FILTER, "safety"),
          shape(ProviderFailure.CONTENT_FILTER, "sensitive"),
          shape(ProviderFailure.CONTENT_FILTER, "prohibited"),
          shape(ProviderFailure.CONTENT_FILTER, "riskdetection"),
          shape(ProviderFailure.CONTENT_FILTER, "datainspection"),
          shape(ProviderFailure.CONTENT_FILTER, "promptblocked"),
          shape(ProviderFailure.CONTENT_FILTER, "guardrail"),
          shape(ProviderFailure.CONTENT_FILTER, "flagged"),
          shape(ProviderFailure.FORBIDDEN, "insufficient", "permission"),
          shape(ProviderFailure.FORBIDDEN, "insufficient", "scope"),
          shape(ProviderFailure.FORBIDDEN, "insufficient", "privilege"),
          shape(ProviderFailure.FORBIDDEN, "insufficient", "access"),
          shape(ProviderFailure.OVERLOADED, "insufficient", "resource"),
          shape(ProviderFailure.OVERLOADED, "insufficient", "capacity"),
          shape(ProviderFailure.PLAN_WINDOW, "weekly"),
          shape(ProviderFailure.PLAN_WINDOW, "perweek"),
          shape(ProviderFailure.PLAN_WINDOW, "fivehour"),
          shape(ProviderFailure.PLAN_WINDOW, "5hour"),
          shape(ProviderFailure.PLAN_WINDOW, "5h", "limit"),
          shape(ProviderFailure.PLAN_WINDOW, "hourly", "limit"),
          shape(ProviderFailure.PLAN_WINDOW, "monthly"),
          shape(ProviderFailure.PLAN_WINDOW, "usagelimit"),
          shape(ProviderFailure.PLAN_WINDOW, "planlimit"),
          shape(ProviderFailure.PLAN_WINDOW, "sessionlimit"),
          shape(ProviderFailure.PLAN_WINDOW, "subscription", "limit"),
          shape(ProviderFailure.BILLING, "insufficient", "balance"),
          shape(ProviderFailure.BILLING, "insufficient", "credit"),
          shape(ProviderFailure.BILLING, "insufficient", "fund"),
          shape(ProviderFailure.QUOTA, "daily"),
          shape(ProviderFailure.QUOTA, "perday"),
          shape(ProviderFailure.QUOTA, "insufficient"),
          shape(ProviderFailure.QUOTA, "quota", "exceed"),
          shape(ProviderFailure.QUOTA, "quota", "exhaust"),
          shape(ProviderFailure.QUOTA, "quota", "limit"),
          shape(ProviderFailure.QUOTA, "outofquota"),
          shape(ProviderFailure.QUOTA, "overquota"),
          shape(ProviderFailure.QUOTA, "quota", "failed"),
          shape(ProviderFailure.QUOTA, "spend", "limit"),
          shape(ProviderFailure.QUOTA, "spending"),
          shape(ProviderFailure.QUOTA, "budget"),
          shape(ProviderFailure.BILLING, "credit"),
          shape(ProviderFailure.BILLING, "billing"),
          shape(ProviderFailure.BILLING, "arrear"),
          shape(ProviderFailure.BILLING, "overdue"),
          shape(ProviderFailure.BILLING, "payment"),
          shape(ProviderFailure.BILLING, "balance"),
          shape(ProviderFailure.TOO_LARGE, "toolarge"),
          shape(ProviderFailure.TOO_LARGE, "toobig"),
          shape(ProviderFailure.TOO_LARGE, "size", "exceed"),
          shape(ProviderFailure.TOO_LARGE, "size", "limit"),
          shape(ProviderFailure.RATE_LIMITED, "ratelimit"),
          shape(ProviderFailure.RATE_LIMITED, "throttl"),
          shape(ProviderFailure.RATE_LIMITED, "toomanyrequest"),
          shape(ProviderFailure.RATE_LIMITED, "concurren"),
          shape(ProviderFailure.RATE_LIMITED, "qps"),
          shape(ProviderFailure.RATE_LIMITED, "flowcontrol"),
          shape(ProviderFailure.RATE_LIMITED, "requestlimit"),
          shape(ProviderFailure.OVERLOADED, "overload"),
          shape(ProviderFailure.OVERLOADED, "capacity"),
          shape(ProviderFailure.OVERLOADED, "busy"),
          shape(ProviderFailure.GATEWAY_TIMEOUT, "timeout"),
          shape(ProviderFailure.GATEWAY_TIMEOUT, "timedout"),
          shape(ProviderFailure.GATEWAY_TIMEOUT, "deadlineexceeded"),
          // A credential that cannot be had anew without a person, whatever became of it.
          shape(ProviderFailure.AUTH, "refreshtoken"),
          shape(ProviderFailure.AUTH, "invalidgrant"),
          shape(ProviderFailure.CREDENTIAL_EXPIRED, "token", "expired"),
          shape(ProviderFailure.CREDENTIAL_EXPIRED, "credential", "expired"),
          shape(ProviderFailure.CREDENTIAL_EXPIRED, "key", "expired"),
          shape(ProviderFailure.CREDENTIAL_EXPIRED, "auth", "expired"),
          shape(ProviderFailure.CREDENTIAL_EXPIRED, "jwt", "expired"),
          shape(ProviderFailure.AUTH, "unauthorized"),
          shape(ProviderFailure.AUTH, "unauthenticated"),
          shape(ProviderFailure.AUTH, "authentication"),
          shape(ProviderFailure.AUTH, "apikey"),
          shape(ProviderFailure.AUTH, "invalidkey"),
          shape(ProviderFailure.AUTH, "invalidtoken"),
          shape(ProviderFailure.AUTH, "credential"),
          shape(ProviderFailure.FORBIDDEN, "forbidden"),
          shape(ProviderFailure.FORBIDDEN, "permission"),
          shape(ProviderFailure.FORBIDDEN, "accessdenied"),
          shape(ProviderFailure.FORBIDDEN, "suspended"),
          shape(ProviderFailure.FORBIDDEN, "banned"),
          shape(ProviderFailure.NOT_FOUND, "notfound"),
          shape(ProviderFailure.NOT_FOUND, "notexist"),
          shape(ProviderFailure.CANCELLED, "cancel"),
          shape(ProviderFailure.OVERLOADED, "unavailable"),
          shape(ProviderFailure.BAD_GATEWAY, "badgateway"),
          shape(ProviderFailure.BAD_GATEWAY, "badresponse"),
          shape(ProviderFailure.BAD_GATEWAY, "upstream"),
          shape(ProviderFailure.INVALID_REQUEST, "badrequest"),
          shape(ProviderFailure.INVALID_REQUEST, "invalid"),
          shape(ProviderFailure.INVALID_REQUEST, "unsupported"),
          shape(ProviderFailure.INVALID_REQUEST, "notsupported"),
          shape(ProviderFailure.INVALID_REQUEST, "malformed"),
          shape(ProviderFailure.INVALID_REQUEST, "missing"),
          shape(ProviderFailure.INVALID_REQUEST, "unprocessable"),
          shape(ProviderFailure.INVALID_REQUEST, "validation"),
          shape(ProviderFailure.SERVER_ERROR, "internalserver"),
          shape(ProviderFailure.SERVER_ERROR, "internalfailure"));

  private WordShapes() {}

  private static Shape shape(ProviderFailure meaning, String... parts) {
    return new Shape(meaning, List.of(parts));
  }

  /** What the shape of a key says, or null if it has none that is known. */
  static @Nullable ProviderFailure meaningOf(String key) {
    for (Shape shape : SHAPES) {
      if (shape.fits(key)) {
        return shape.meaning;
      }
    }
    return null;
  }
}
