// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.json;

import dev.lastbyte.wire.json.JsonPaths.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The containers that a scanner is in: of all of them the kind, of the upper ones the node. */
final class JsonNesting<F extends JsonPath> {

  static final int MAX_DEPTH = 512;

  /** Bit d is set if the container at depth d is an object. */
  private final long[] objects = new long[MAX_DEPTH / Long.SIZE + 1];

  /** The node of the container at each depth that a path can reach. */
  private final List<@Nullable Node<F>> nodes;

  private int depth;
  private @Nullable Node<F> container;

  JsonNesting(int pathDepth) {
    nodes = new ArrayList<>(Collections.nCopies(pathDepth + 2, null));
  }

  void clear() {
    depth = 0;
    container = null;
  }

  boolean isEmpty() {
    return depth == 0;
  }

  boolean isFull() {
    return depth == MAX_DEPTH;
  }

  /** What the innermost container means, or null if nothing in it is of interest. */
  @Nullable Node<F> container() {
    return container;
  }

  boolean inObject() {
    return (objects[depth >>> 6] & (1L << depth)) != 0;
  }

  void enter(@Nullable Node<F> node, boolean object) {
    depth++;
    if (object) {
      objects[depth >>> 6] |= 1L << depth;
    } else {
      objects[depth >>> 6] &= ~(1L << depth);
    }
    container = node;
    if (depth < nodes.size()) {
      nodes.set(depth, node);
    }
  }

  void leave() {
    depth--;
    container = depth > 0 && depth < nodes.size() ? nodes.get(depth) : null;
  }
}
