// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A checked-in file of texts that were read and approved, a section each under {@code ## NAME}. */
public final class ApprovedFile {

  private ApprovedFile() {}

  public static Map<String, String> in(String file) {
    Map<String, String> sections = new LinkedHashMap<>();
    for (String section : text(file).split("(?m)^## ", -1)) {
      int end = section.indexOf('\n');
      if (end > 0) {
        sections.put(section.substring(0, end), section.substring(end + 1));
      }
    }
    return sections;
  }

  /** Writes the file anew if the build was asked to; the next run reads it. */
  public static void writeIfAsked(String file, Map<String, String> sections) {
    if (System.getProperty("stories.write") == null) {
      return;
    }
    var out = new StringBuilder();
    sections.forEach((name, text) -> out.append("## ").append(name).append('\n').append(text));
    try {
      Files.writeString(
          Path.of("src/test/resources/dev/lastbyte/core/diagnosis", file),
          out,
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String file) {
    try (InputStream in = ApprovedFile.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
