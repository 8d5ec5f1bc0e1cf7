// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import org.jspecify.annotations.Nullable;

/**
 * The four clocks at the end of an attempt, in nanoseconds. A timer that kills streams shows itself
 * as the clock whose values pile up at one number.
 *
 * @param requestAgeNanos since the attempt began
 * @param connectionAgeNanos since its connection was established, or null if none was seen
 * @param byteSilenceNanos since the last byte of any kind, the request's or the response's; since
 *     the attempt began if none was seen. A response that ends the attempt, such as a refusal, ends
 *     this silence too
 * @param contentSilenceNanos since the last event that is not a heartbeat; since the attempt began
 *     if none came
 */
public record Clocks(
    long requestAgeNanos,
    @Nullable Long connectionAgeNanos,
    long byteSilenceNanos,
    long contentSilenceNanos) {}
