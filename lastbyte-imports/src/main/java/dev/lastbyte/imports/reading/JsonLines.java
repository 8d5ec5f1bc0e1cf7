// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * JSON objects, one a line, in memory that does not grow with their number or size: of each only
 * the selected fields are held. A line that is none is counted and passed over.
 */
public final class JsonLines {

  private final LineStream lines;
  private final FieldSelection selection;
  private final LossCounter losses;

  /**
   * Reads from a stream, which it does not close.
   *
   * @param losses counts what cannot be read
   */
  public JsonLines(InputStream in, FieldSelection selection, LossCounter losses) {
    this.lines = new LineStream(in);
    this.selection = selection;
    this.losses = losses;
  }

  /**
   * Hands over each object in its order.
   *
   * @param broken is told of each line that is no JSON object, in its place
   * @throws IOException if the stream fails
   */
  public void forEach(Consumer<JsonFields> object, Runnable broken) throws IOException {
    for (long line = 1; lines.next(); line++) {
      if (lines.isBlank()) {
        continue;
      }
      JsonFields fields = read();
      if (fields == null) {
        losses.brokenLine(line);
        broken.run();
      } else {
        object.accept(fields);
      }
    }
  }

  private @Nullable JsonFields read() throws IOException {
    try (JsonParser parser = JsonSettings.FACTORY.createParser(lines)) {
      return parser.nextToken() == JsonToken.START_OBJECT
          ? JsonFields.read(parser, selection)
          : null;
    } catch (JsonProcessingException e) {
      return null;
    } catch (CharConversionException e) {
      return null;
    }
  }
}
