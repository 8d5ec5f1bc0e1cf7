// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.reader;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a dialect's requests are made of, as far as it is known: by it a request that offers no tool
 * is told from one whose tools stand where this reader does not look, or behind a reference to
 * something that the provider keeps.
 *
 * @param plain the keys that neither hold a tool nor refer to one; as paths, see {@link
 *     dev.lastbyte.wire.json.JsonPath}
 * @param places the objects of which every key must be known, as paths; "" is the request
 * @param partTypes the types of items and blocks that neither hold a tool nor refer to one
 */
public record RequestKeys(List<String> plain, List<String> places, Set<String> partTypes) {

  /** The same, with keys of an object more. */
  public RequestKeys with(String place, String... keys) {
    String prefix = place.isEmpty() ? "" : place + ".";
    Stream<String> more = Stream.of(keys).map(key -> prefix + key);
    return new RequestKeys(
        Stream.concat(plain.stream(), more).toList(),
        Stream.concat(places.stream(), Stream.of(place)).distinct().toList(),
        partTypes);
  }

  /**
   * Where a key or a value stands of which nothing is known: beside the known keys, and in the
   * place of a list or an object what has another form.
   */
  public Stream<String> unknown() {
    return places.stream().flatMap(this::unknownAt);
  }

  private Stream<String> unknownAt(String place) {
    if (place.isEmpty()) {
      return Stream.of("*");
    }
    Stream<String> forms =
        place.endsWith("[]")
            ? Stream.of(place + "[]", place.substring(0, place.length() - 2) + ".*")
            : Stream.of(place + "[]").filter(list -> !places.contains(list));
    return Stream.concat(Stream.of(place + ".*"), forms);
  }

  /** The same, with these types of items and blocks. */
  public RequestKeys withParts(String... types) {
    return new RequestKeys(plain, places, Set.of(types));
  }

  /** A dialect of which nothing is known yet. */
  public static RequestKeys none() {
    return new RequestKeys(List.of(), List.of(), Set.of());
  }
}
