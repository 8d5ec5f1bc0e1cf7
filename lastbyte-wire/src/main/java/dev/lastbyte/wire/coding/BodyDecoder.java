// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.coding;

import dev.lastbyte.wire.http.PayloadSink;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Undoes all codings of one body, the last applied first, within a {@link DecodingLimit} each. Used
 * by one thread at a time.
 */
public final class BodyDecoder implements AutoCloseable {

  /** More codings than anybody applies. */
  private static final int MAX_CODINGS = 4;

  private final List<Decoder> decoders;
  private final DecodedSink first;
  private boolean begun;

  private BodyDecoder(List<Decoder> decoders, PayloadSink sink) {
    this.decoders = decoders;
    DecodedSink next = (bytes, from, to) -> sink.payload(bytes, from, to);
    for (Decoder decoder : decoders.reversed()) {
      next = stage(decoder, new DecodingLimit(), next);
    }
    this.first = next;
  }

  private static DecodedSink stage(Decoder decoder, DecodingLimit limit, DecodedSink next) {
    DecodedSink bounded =
        (bytes, from, to) -> {
          limit.produced(to - from);
          next.decoded(bytes, from, to);
        };
    return (bytes, from, to) -> {
      limit.consumed(to - from);
      decoder.decode(bytes, from, to, bounded);
    };
  }

  /**
   * A decoding of one body.
   *
   * @param codings their names in the order in which they were applied
   * @param sink is handed the decoded bytes
   * @return null if one of them cannot be undone
   */
  public static @Nullable BodyDecoder of(
      List<String> codings, Decoders decoders, PayloadSink sink) {
    if (codings.size() > MAX_CODINGS) {
      return null;
    }
    List<Decoder> opened = new ArrayList<>();
    for (String coding : codings.reversed()) {
      Decoder decoder = decoders.open(coding);
      if (decoder == null) {
        opened.forEach(Decoder::close);
        return null;
      }
      opened.add(decoder);
    }
    return new BodyDecoder(opened, sink);
  }

  /**
   * Takes the next slice of the body.
   *
   * @throws CodingException if it cannot be decoded, or must not be
   */
  public void decode(byte[] bytes, int from, int to) throws CodingException {
    begun = true;
    first.decoded(bytes, from, to);
  }

  /** Whether all codings say that their data ended. Nothing at all is whole, as clients have it. */
  public boolean isWhole() {
    return !begun || decoders.stream().allMatch(Decoder::isWhole);
  }

  @Override
  public void close() {
    decoders.forEach(Decoder::close);
  }
}
