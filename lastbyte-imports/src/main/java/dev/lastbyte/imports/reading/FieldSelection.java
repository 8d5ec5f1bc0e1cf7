// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.reading;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a log that an importer reads: an allow list of paths such as {@code
 * message.content.*.type}, where {@code *} stands for any name and any place in an array. What it
 * does not name is passed over without being decoded, so that content is never held.
 */
public final class FieldSelection {

  private static final String ANY = "*";

  private final Map<String, FieldSelection> children = new HashMap<>();

  private FieldSelection() {}

  /** The fields at these paths. */
  public static FieldSelection of(String... paths) {
    var root = new FieldSelection();
    for (String path : paths) {
      FieldSelection node = root;
      for (String name : path.split("\\.", -1)) {
        node = node.children.computeIfAbsent(name, key -> new FieldSelection());
      }
    }
    return root;
  }

  /** What is read below a name, or null if nothing is. */
  @Nullable FieldSelection below(String name) {
    FieldSelection named = children.get(name);
    return named == null ? children.get(ANY) : named;
  }
}
