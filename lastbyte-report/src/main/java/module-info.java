// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/**
 * Run log and diagnosis as JSON and Markdown.
 *
 * <p>Types are immutable values and pure functions, safe for use by many threads, except where one
 * says otherwise. What reads throws for nothing but what its javadoc names, however hostile the
 * input.
 */
@NullMarked
module dev.lastbyte.report {
  requires static org.jspecify;
  requires transitive dev.lastbyte.core;
  requires transitive com.fasterxml.jackson.core;

  exports dev.lastbyte.report;
  exports dev.lastbyte.report.explain;
  exports dev.lastbyte.report.log;
  exports dev.lastbyte.report.log.compact;
  exports dev.lastbyte.report.policy;
  exports dev.lastbyte.report.rules;
}
