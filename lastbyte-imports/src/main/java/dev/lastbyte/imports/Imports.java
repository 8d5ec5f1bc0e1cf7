// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import dev.lastbyte.imports.ImportOutcome.BeyondBounds;
import dev.lastbyte.imports.ImportOutcome.CutShort;
import dev.lastbyte.imports.ImportOutcome.Empty;
import dev.lastbyte.imports.ImportOutcome.Foreign;
import dev.lastbyte.imports.ImportOutcome.NotJson;
import dev.lastbyte.imports.ImportOutcome.Shape;
import dev.lastbyte.imports.ImportOutcome.Unreadable;
import dev.lastbyte.imports.ImportOutcome.Why;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads a file that another program wrote, whatever it turns out to be. */
public final class Imports {

  /** The most runs taken from one file. */
  public static final int MAX_RUNS = 5_000;

  /** The deepest nesting followed. */
  public static final int MAX_DEPTH = 200;

  /** The formats that become run logs, by the names that people know them by. */
  public static final List<String> FORMATS = List.of("PawWork session export");

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          // So that it can still be asked whether a mistake stands at its end.
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .build();

  private Imports() {}

  /**
   * Reads a file in one pass, however large; memory grows with the number of its runs only.
   *
   * @return what the file is; never throws for anything that the file holds
   */
  public static ImportOutcome read(Path file) {
    if (Files.isDirectory(file)) {
      return new Unreadable(Why.FOLDER);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    } catch (NoSuchFileException e) {
      return new Unreadable(Why.MISSING);
    } catch (AccessDeniedException e) {
      return new Unreadable(Why.FORBIDDEN);
    } catch (IOException e) {
      return new Unreadable(Why.FAILED);
    }
  }

  static ImportOutcome read(InputStream in) throws IOException {
    // Detecting the encoding already reads, so that creating the parser can fail as parsing can.
    try (JsonParser parser = JSON.createParser(in)) {
      return read(parser, in);
    } catch (CharConversionException e) {
      return new NotJson(1, 1);
    }
  }

  private static ImportOutcome read(JsonParser parser, InputStream in) throws IOException {
    try {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return new Empty();
      }
      return switch (first) {
        case START_OBJECT -> PawWorkExport.read(parser);
        case START_ARRAY -> foreign(parser, Shape.ARRAY);
        default -> foreign(parser, Shape.SCALAR);
      };
    } catch (StreamConstraintsException e) {
      JsonLocation at = parser.currentLocation();
      return new BeyondBounds(at.getLineNr(), at.getColumnNr());
    } catch (StreamReadException e) {
      JsonLocation at = e.getLocation();
      return isAtEnd(parser, in)
          ? new CutShort(at.getLineNr(), at.getColumnNr())
          : new NotJson(at.getLineNr(), at.getColumnNr());
    }
  }

  /** A word or a comma at the very end reads like a mistake to the parser, and is a cut. */
  private static boolean isAtEnd(JsonParser parser, InputStream in) throws IOException {
    return parser.releaseBuffered(OutputStream.nullOutputStream()) <= 0 && in.read() < 0;
  }

  private static ImportOutcome foreign(JsonParser parser, Shape shape) throws IOException {
    parser.skipChildren();
    return new Foreign(shape, 0);
  }
}
