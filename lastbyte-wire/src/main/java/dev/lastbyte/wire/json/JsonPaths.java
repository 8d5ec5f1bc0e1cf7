// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.json;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The places that one reader looks at, compiled into a tree of keys. Immutable once compiled.
 *
 * @param <F> the reader's enum of places
 */
public final class JsonPaths<F extends JsonPath> {

  private static final Pattern STEP = Pattern.compile("[^.\\[]+|\\[]");

  private final Node<F> root = new Node<>("");
  private int depth;

  private JsonPaths() {}

  /** Compiles the paths of all {@code fields}. */
  public static <F extends JsonPath> JsonPaths<F> of(List<F> fields) {
    var paths = new JsonPaths<F>();
    for (F field : fields) {
      for (String path : field.paths().split(" ", -1)) {
        paths.add(path, field);
      }
    }
    return paths;
  }

  private void add(String path, F field) {
    Node<F> node = root;
    int steps = 0;
    for (Matcher step = STEP.matcher(path); step.find(); steps++) {
      node =
          switch (step.group()) {
            case "[]" -> node.elementOrNew();
            case "*" -> node.otherOrNew();
            default -> node.childOrNew(step.group());
          };
    }
    node.field = field;
    depth = Math.max(depth, steps);
  }

  Node<F> root() {
    return root;
  }

  /** The number of steps in the longest path. */
  int depth() {
    return depth;
  }

  /** One step of a path. Children are a linked list: there are few of them. */
  static final class Node<F> {

    private final byte[] key;

    /** The key's length and last byte in one number: most keys differ in it. */
    private final int fingerprint;

    private @Nullable Node<F> firstChild;
    private @Nullable Node<F> nextSibling;
    private @Nullable Node<F> element;
    private @Nullable Node<F> other;
    private @Nullable F field;

    Node(String key) {
      this.key = Ascii.bytes(key);
      this.fingerprint = fingerprint(this.key, 0, this.key.length);
    }

    /** What stands here, or null if this is only on the way to something. */
    @Nullable F field() {
      return field;
    }

    /** What every element of an array here leads to, or null if nothing of interest. */
    @Nullable Node<F> element() {
      return element;
    }

    /** What a key of an object here leads to, or null if nothing of interest. */
    @Nullable Node<F> child(byte[] bytes, int from, int to) {
      int wanted = fingerprint(bytes, from, to);
      for (Node<F> child = firstChild; child != null; child = child.nextSibling) {
        if (child.fingerprint == wanted && Ascii.same(child.key, bytes, from, to)) {
          return child;
        }
      }
      return other;
    }

    /** What a key leads to that no path names, or null if nothing of interest. */
    @Nullable Node<F> other() {
      return other;
    }

    private static int fingerprint(byte[] bytes, int from, int to) {
      return from == to ? 0 : (to - from) << Byte.SIZE | (bytes[to - 1] & 0xff);
    }

    private Node<F> elementOrNew() {
      if (element == null) {
        element = new Node<>("[]");
      }
      return element;
    }

    private Node<F> otherOrNew() {
      if (other == null) {
        other = new Node<>("*");
      }
      return other;
    }

    private Node<F> childOrNew(String name) {
      byte[] wanted = Ascii.bytes(name);
      Node<F> known = child(wanted, 0, wanted.length);
      if (known != null && known != other) {
        return known;
      }
      var added = new Node<F>(name);
      added.nextSibling = firstChild;
      firstChild = added;
      return added;
    }
  }
}
