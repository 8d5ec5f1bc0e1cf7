// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.imports.ImportResult.Empty;
import dev.lastbyte.imports.ImportResult.LimitExceeded;
import dev.lastbyte.imports.ImportResult.NotJson;
import dev.lastbyte.imports.ImportResult.OtherSource;
import dev.lastbyte.imports.ImportResult.OwnRunLog;
import dev.lastbyte.imports.ImportResult.Reason;
import dev.lastbyte.imports.ImportResult.Runs;
import dev.lastbyte.imports.ImportResult.Shape;
import dev.lastbyte.imports.ImportResult.Truncated;
import dev.lastbyte.imports.ImportResult.UnknownFormat;
import dev.lastbyte.imports.ImportResult.UnknownVersion;
import dev.lastbyte.imports.ImportResult.Unread;
import dev.lastbyte.imports.ImportResult.Unreadable;
import dev.lastbyte.imports.pawwork.PawWorkExport;
import dev.lastbyte.imports.pawwork.PawWorkOutcome;
import dev.lastbyte.imports.reading.JsonSettings;
import dev.lastbyte.imports.reading.LossCounter;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Reads a file that another program wrote, whatever it turns out to be. */
public final class LogImporter {

  /** The most runs taken from one file of a format that is read as a whole. */
  public static final int MAX_RUNS = LossCounter.MAX_RUNS;

  /** The deepest nesting followed. */
  public static final int MAX_DEPTH = JsonSettings.MAX_DEPTH;

  private final Path file;
  private final LossCounter losses = new LossCounter();
  private final Consumer<ImportedRun> runs;
  private final LongConsumer progress;
  private long handed;

  private LogImporter(Path file, Consumer<ImportedRun> runs, LongConsumer progress) {
    this.file = file;
    this.runs = runs;
    this.progress = progress;
  }

  /**
   * Reads a file once it is known what it is, in memory that does not grow with its size, except
   * for the formats that are read as a whole.
   *
   * @param wanted whose log it is said to be, or null to find out
   * @param runs is handed each run as soon as the log tells nothing more of it
   * @param progress is told now and then how many bytes were read
   * @return what the file is; never throws for anything that the file holds
   */
  public static ImportResult read(
      Path file, @Nullable SourceFamily wanted, Consumer<ImportedRun> runs, LongConsumer progress) {
    if (Files.isDirectory(file)) {
      return new Unreadable(Reason.FOLDER);
    }
    try {
      return new LogImporter(file, runs, progress).read(wanted);
    } catch (NoSuchFileException e) {
      return new Unreadable(Reason.MISSING);
    } catch (AccessDeniedException e) {
      return new Unreadable(Reason.FORBIDDEN);
    } catch (IOException e) {
      return new Unreadable(Reason.FAILED);
    }
  }

  private ImportResult read(@Nullable SourceFamily wanted) throws IOException {
    SourceKind kind = detect();
    if (wanted != null && kind != null && !isOf(wanted, kind)) {
      return new OtherSource(kind);
    }
    return switch (kind) {
      case UnreadSource unread -> new Unread(unread);
      case ReadableSource source -> readable(source);
      case null -> document(null);
    };
  }

  private static boolean isOf(SourceFamily wanted, SourceKind kind) {
    return kind instanceof ReadableSource source && source.family() == wanted;
  }

  private @Nullable SourceKind detect() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(SourceDetector.HEAD_BYTES);
      return SourceDetector.detect(head, head.length);
    }
  }

  private ImportResult readable(ReadableSource source) throws IOException {
    if (!source.isJsonDocument()) {
      try (InputStream in = open()) {
        StreamReaders.read(source, in, writtenAt(), losses, handing(source));
        return new Runs(source, handed, ImportLosses.of(losses));
      }
    }
    return document(source);
  }

  private ImportResult document(@Nullable ReadableSource source) throws IOException {
    // Detecting the encoding already reads, so that creating the parser can fail as parsing can.
    try (InputStream in = open();
        JsonParser parser = JsonSettings.FACTORY.createParser(in)) {
      return document(source, parser, in);
    } catch (CharConversionException e) {
      return new NotJson(1, 1);
    }
  }

  private ImportResult document(@Nullable ReadableSource source, JsonParser parser, InputStream in)
      throws IOException {
    try {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return new Empty();
      }
      return switch (first) {
        case START_OBJECT -> source == null ? pawWork(parser) : object(source, parser);
        case START_ARRAY -> unknownFormat(parser, Shape.ARRAY);
        default -> unknownFormat(parser, Shape.SCALAR);
      };
    } catch (StreamConstraintsException e) {
      JsonLocation at = parser.currentLocation();
      return partly(source, new LimitExceeded(at.getLineNr(), at.getColumnNr()));
    } catch (StreamReadException e) {
      JsonLocation at = e.getLocation();
      return partly(
          source,
          isAtEnd(parser, in)
              ? new Truncated(at.getLineNr(), at.getColumnNr())
              : new NotJson(at.getLineNr(), at.getColumnNr()));
    }
  }

  private ImportResult pawWork(JsonParser parser) throws IOException {
    PawWorkOutcome outcome =
        PawWorkExport.read(parser, losses, handing(ReadableSource.PAWWORK_EXPORT));
    return switch (outcome) {
      case PawWorkOutcome.OwnRunLog own -> new OwnRunLog();
      case PawWorkOutcome.Foreign foreign ->
          new UnknownFormat(Shape.OBJECT, foreign.topLevelKeys());
      case PawWorkOutcome.OtherVersion other ->
          new UnknownVersion(
              ReadableSource.PAWWORK_EXPORT.title(), other.found(), PawWorkExport.VERSION);
      case PawWorkOutcome.Read read ->
          new Runs(ReadableSource.PAWWORK_EXPORT, handed, ImportLosses.of(losses));
    };
  }

  private ImportResult object(ReadableSource source, JsonParser parser) throws IOException {
    DocumentReaders.read(source, parser, writtenAt(), losses, handing(source));
    return new Runs(source, handed, ImportLosses.of(losses));
  }

  /** What was read before a document broke off stands. */
  private ImportResult partly(@Nullable ReadableSource source, ImportResult broken) {
    if (source == null || handed == 0) {
      return broken;
    }
    losses.cut();
    return new Runs(source, handed, ImportLosses.of(losses));
  }

  /** A word or a comma at the very end reads like a mistake to the parser, and is a cut. */
  private static boolean isAtEnd(JsonParser parser, InputStream in) throws IOException {
    return parser.releaseBuffered(OutputStream.nullOutputStream()) <= 0 && in.read() < 0;
  }

  private static ImportResult unknownFormat(JsonParser parser, Shape shape) throws IOException {
    parser.skipChildren();
    return new UnknownFormat(shape, 0);
  }

  private Consumer<RunLog> handing(ReadableSource source) {
    return log -> {
      handed++;
      runs.accept(new ImportedRun(source, log));
    };
  }

  private InputStream open() throws IOException {
    return new ProgressStream(Files.newInputStream(file), progress);
  }

  private long writtenAt() throws IOException {
    return Math.max(0, Files.getLastModifiedTime(file).toMillis());
  }
}
