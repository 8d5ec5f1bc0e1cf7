// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.coding;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.github.luben.zstd.util.Native;
import dev.lastbyte.wire.coding.Decoder;
import dev.lastbyte.wire.coding.Decoders;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The codings that take a native library: br (RFC 7932) and zstd (RFC 8878), where it is there. */
public final class NativeDecoders {

  private NativeDecoders() {}

  /** What the JDK can undo, and what the native libraries for this machine can. */
  public static Decoders withJdkDecoders() {
    return Decoders.ofTheJdk().or(NativeDecoders::open);
  }

  private static @Nullable Decoder open(String coding) {
    try {
      return switch (coding.toLowerCase(Locale.ROOT)) {
        case "br" -> Brotli4jLoader.isAvailable() ? new BrotliDecoder() : null;
        case "zstd" -> Zstd.AVAILABLE ? new ZstdDecoder() : null;
        default -> null;
      };
    } catch (IOException noMemory) {
      return null;
    }
  }

  /** Looked at only when a response needs it: to load a library takes its time. */
  private static final class Zstd {
    static final boolean AVAILABLE = isAvailable();

    private static boolean isAvailable() {
      try {
        Native.load();
        return Native.isLoaded();
      } catch (UnsatisfiedLinkError | RuntimeException none) {
        return false;
      }
    }
  }
}
