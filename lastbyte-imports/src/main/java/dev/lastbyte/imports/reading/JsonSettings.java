// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;

/** How JSON of unknown origin is read. */
public final class JsonSettings {

  /** The deepest nesting followed. */
  public static final int MAX_DEPTH = 200;

  /** The parsers' factory: bounded in depth; a parser leaves its stream open. */
  public static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          // So that it can still be asked whether a mistake stands at its end.
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .build();

  private JsonSettings() {}
}
