// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.otlp;

import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.imports.reading.LossCounter;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Traces in OTLP's protobuf: {@code TracesData}, or the request of an exporter, which is the same
 * on the wire. The few fields that are read are found by their numbers in {@code trace.proto}.
 *
 * @see <a href="https://github.com/open-telemetry/opentelemetry-proto">opentelemetry-proto</a>
 */
public final class OtlpProtobuf {

  private static final int RESOURCE_SPANS = 1;
  private static final int SCOPE_SPANS = 2;
  private static final int SPANS = 2;

  private final ProtobufStream stream;
  private final SpanRuns runs;

  private OtlpProtobuf(InputStream in, SpanRuns runs) {
    this.stream = new ProtobufStream(in);
    this.runs = runs;
  }

  /**
   * Reads traces to the end of a stream; what stands before damage is read.
   *
   * @throws IOException if the stream fails
   */
  public static void read(InputStream in, LossCounter losses, Consumer<RunLog> runs)
      throws IOException {
    var reader = new OtlpProtobuf(new BufferedInputStream(in), new SpanRuns(losses, runs));
    try {
      reader.traces();
    } catch (MalformedProtobufException e) {
      losses.brokenLine(0);
    } catch (EOFException e) {
      losses.cut();
    }
  }

  /**
   * Whether a file that begins so can be traces: resources, each with a resource or spans in it.
   *
   * @param length how many bytes of {@code head} are the file's
   */
  public static boolean isLikely(byte[] head, int length) {
    int[] spans = {0};
    var stream = new ProtobufStream(new ByteArrayInputStream(head, 0, length));
    try {
      stream.root((number, type) -> {
        if (number != RESOURCE_SPANS || type != ProtobufStream.BYTES) {
          throw new MalformedProtobufException();
        }
        stream.message((inner, innerType) -> {
          boolean known = inner <= 3 && innerType == ProtobufStream.BYTES;
          if (!known && inner != 1000) {
            throw new MalformedProtobufException();
          }
          spans[0] += inner == SCOPE_SPANS ? 1 : 0;
          return false;
        });
        return true;
      });
    } catch (EOFException e) {
      return spans[0] > 0; // The beginning of a file ends in its midst.
    } catch (IOException e) {
      return false;
    }
    return spans[0] > 0;
  }

  private void traces() throws IOException {
    stream.root((number, type) -> within(number, type, RESOURCE_SPANS, this::resource));
  }

  private boolean resource(int number, int type) throws IOException {
    return within(number, type, SCOPE_SPANS, this::scope);
  }

  private boolean scope(int number, int type) throws IOException {
    if (number != SPANS || type != ProtobufStream.BYTES) {
      return false;
    }
    var span = new Span();
    stream.message((field, fieldType) -> field(span, field, fieldType));
    runs.span(span);
    return true;
  }

  private boolean within(int number, int type, int wanted, ProtobufStream.Fields fields)
      throws IOException {
    boolean found = number == wanted && type == ProtobufStream.BYTES;
    if (found) {
      stream.message(fields);
    }
    return found;
  }

  private boolean field(Span span, int number, int type) throws IOException {
    if (type == ProtobufStream.FIXED64) {
      return time(span, number);
    }
    if (type != ProtobufStream.BYTES) {
      return false;
    }
    switch (number) {
      case 1 -> span.ids(HexFormat.of().formatHex(stream.bytes()), null);
      case 2 -> span.ids(null, HexFormat.of().formatHex(stream.bytes()));
      case 9 -> attribute(span);
      case 11 ->
          stream.message((field, fieldType) -> {
            boolean found = field == 3 && fieldType == ProtobufStream.BYTES;
            if (found) {
              attribute(span);
            }
            return found;
          });
      case 15 -> stream.message((field, fieldType) -> status(span, field, fieldType));
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean time(Span span, int number) throws IOException {
    switch (number) {
      case 7 -> span.began(Math.max(0, stream.fixed64()));
      case 8 -> span.ended(Math.max(0, stream.fixed64()));
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean status(Span span, int number, int type) throws IOException {
    if (number == 2 && type == ProtobufStream.BYTES) {
      span.statusMessage(stream.text());
      return true;
    }
    if (number == 3 && type == ProtobufStream.VARINT) {
      span.status(Math.clamp(stream.varint(), 0, 9));
      return true;
    }
    return false;
  }

  private void attribute(Span span) throws IOException {
    var pair = new @Nullable String[2];
    stream.message((number, type) -> {
      if (type != ProtobufStream.BYTES || number < 1 || number > 2) {
        return false;
      }
      if (number == 1) {
        pair[0] = stream.text();
      } else {
        stream.message((kind, kindType) -> value(pair, kind, kindType));
      }
      return true;
    });
    span.attribute(pair[0], pair[1]);
  }

  /** A text, a number, or the first text of several. */
  private boolean value(@Nullable String[] pair, int number, int type) throws IOException {
    if (number == 1 && type == ProtobufStream.BYTES) {
      pair[1] = pair[1] == null ? stream.text() : keep(pair[1]);
      return true;
    }
    if (number == 3 && type == ProtobufStream.VARINT) {
      pair[1] = Long.toString(stream.varint());
      return true;
    }
    return number == 5 && type == ProtobufStream.BYTES && values(pair);
  }

  private String keep(String first) throws IOException {
    stream.bytes();
    return first;
  }

  private boolean values(@Nullable String[] pair) throws IOException {
    stream.message((number, type) -> {
      boolean found = number == 1 && type == ProtobufStream.BYTES;
      if (found) {
        stream.message((kind, kindType) -> value(pair, kind, kindType));
      }
      return found;
    });
    return true;
  }
}
