// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.reading;

import dev.lastbyte.core.privacy.Token;
import org.jspecify.annotations.Nullable;

/**
 * Names for the runs of a log: made of the ids that the log gives them, so that a log that is read
 * twice names them alike.
 */
public final class RunNames {

  private final String source;
  private int nameless;

  /**
   * Names for one file.
   *
   * @param source what each name begins with
   */
  public RunNames(String source) {
    this.source = source;
  }

  /**
   * A name.
   *
   * @param id the log's own id for it, of which the name is made if it may be kept
   * @param part its place among those of one id, from 1; 0 if there is only one
   * @param startedAt when it began, which is the name of one without an id
   */
  public Token next(@Nullable String id, int part, long startedAt) {
    nameless++;
    if (id != null && Token.orNull(id) != null) {
      Token named = Token.orNull(source + "-" + id + (part == 0 ? "" : "-" + part));
      if (named != null) {
        return named;
      }
    }
    return new Token("%s-%d-%d".formatted(source, startedAt, nameless));
  }
}
