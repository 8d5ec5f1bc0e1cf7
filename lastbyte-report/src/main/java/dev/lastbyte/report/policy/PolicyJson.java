// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.policy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.lastbyte.core.recovery.RetryPolicy;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * Reads a retry policy from JSON. Every key may be missing and then has the value of {@link
 * RetryPolicy#standard()}; any other key is an error.
 *
 * <pre>{@code
 * {
 *   "longest_wait_ms": 120000,
 *   "most_attempts": 3,
 *   "first_pause_ms": 500,
 *   "longest_pause_ms": 8000,
 *   "can_retract": false,
 *   "may_be_billed_twice": true,
 *   "tools": {
 *     "read_file": {"effect": "read_only", "basis": "owner"},
 *     "search": {"effect": "idempotent", "basis": "claim"}
 *   }
 * }
 * }</pre>
 *
 * <p>{@code effect} is the code of a {@link dev.lastbyte.core.event.ToolEvent.ToolEffect}. Only
 * {@code "basis": "owner"} is relied upon, and it must be said.
 */
public final class PolicyJson {

  /** The most characters read. */
  public static final int MAX_LENGTH = 1024 * 1024;

  /** The longest pause or wait. */
  public static final Duration LONGEST = Duration.ofDays(366);

  /** The most attempts. */
  public static final int MOST_ATTEMPTS = 1_000;

  /** Room for a tool's own object, and no more. */
  private static final int MAX_DEPTH = 3;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxDocumentLength(MAX_LENGTH)
                  .build())
          .build();

  private PolicyJson() {}

  /**
   * Reads one policy; does not close {@code in}.
   *
   * @throws PolicyFormatException if it is none; the message names the key and what is allowed
   * @throws IOException if {@code in} fails
   */
  public static RetryPolicy read(InputStream in) throws IOException {
    try (JsonParser parser = JSON.createParser(in)) {
      parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      return new PolicyReader(parser).read();
    } catch (StreamConstraintsException e) {
      throw new PolicyFormatException(
          "beyond the bounds of a policy: %d levels, %d characters"
              .formatted(MAX_DEPTH, MAX_LENGTH));
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new PolicyFormatException(
          "not JSON that is read here: it stops being so at line %d, column %d"
              .formatted(at.getLineNr(), at.getColumnNr()));
    } catch (CharConversionException e) {
      throw new PolicyFormatException("not JSON in UTF-8");
    }
  }
}
