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
import dev.lastbyte.imports.ImportResult.Empty;
import dev.lastbyte.imports.ImportResult.LimitExceeded;
import dev.lastbyte.imports.ImportResult.NotJson;
import dev.lastbyte.imports.ImportResult.Reason;
import dev.lastbyte.imports.ImportResult.Shape;
import dev.lastbyte.imports.ImportResult.Truncated;
import dev.lastbyte.imports.ImportResult.UnknownFormat;
import dev.lastbyte.imports.ImportResult.Unreadable;
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
public final class LogImporter {

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

  private LogImporter() {}

  /**
   * Reads a file in one pass, however large; memory grows with the number of its runs only.
   *
   * @return what the file is; never throws for anything that the file holds
   */
  public static ImportResult read(Path file) {
    if (Files.isDirectory(file)) {
      return new Unreadable(Reason.FOLDER);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    } catch (NoSuchFileException e) {
      return new Unreadable(Reason.MISSING);
    } catch (AccessDeniedException e) {
      return new Unreadable(Reason.FORBIDDEN);
    } catch (IOException e) {
      return new Unreadable(Reason.FAILED);
    }
  }

  static ImportResult read(InputStream in) throws IOException {
    // Detecting the encoding already reads, so that creating the parser can fail as parsing can.
    try (JsonParser parser = JSON.createParser(in)) {
      return read(parser, in);
    } catch (CharConversionException e) {
      return new NotJson(1, 1);
    }
  }

  private static ImportResult read(JsonParser parser, InputStream in) throws IOException {
    try {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return new Empty();
      }
      return switch (first) {
        case START_OBJECT -> PawWorkExport.read(parser);
        case START_ARRAY -> unknownFormat(parser, Shape.ARRAY);
        default -> unknownFormat(parser, Shape.SCALAR);
      };
    } catch (StreamConstraintsException e) {
      JsonLocation at = parser.currentLocation();
      return new LimitExceeded(at.getLineNr(), at.getColumnNr());
    } catch (StreamReadException e) {
      JsonLocation at = e.getLocation();
      return isAtEnd(parser, in)
          ? new Truncated(at.getLineNr(), at.getColumnNr())
          : new NotJson(at.getLineNr(), at.getColumnNr());
    }
  }

  /** A word or a comma at the very end reads like a mistake to the parser, and is a cut. */
  private static boolean isAtEnd(JsonParser parser, InputStream in) throws IOException {
    return parser.releaseBuffered(OutputStream.nullOutputStream()) <= 0 && in.read() < 0;
  }

  private static ImportResult unknownFormat(JsonParser parser, Shape shape) throws IOException {
    parser.skipChildren();
    return new UnknownFormat(shape, 0);
  }
}
