// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the sources say above an event or a closed word: the one place where their meaning is
 * written, so that nothing published can say something else.
 *
 * @param text the description of the type itself
 * @param parameters the descriptions of a record's components, by their Java names
 * @param constants the descriptions of an enum's constants, by their Java names
 */
record EventSources(String text, Map<String, String> parameters, Map<String, String> constants) {

  private static final Path CORE = Path.of("../lastbyte-core/src/main/java");

  static EventSources of(Class<?> type) {
    String source = sourceOf(type);
    int at = declaration(type, source);
    String[] parts = comment(source.substring(0, at)).split("@param ", -1);
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 1; i < parts.length; i++) {
      int space = parts[i].indexOf(' ');
      parameters.put(parts[i].substring(0, space), parts[i].substring(space).strip());
    }
    return new EventSources(parts[0].strip(), parameters, constants(type, source.substring(at)));
  }

  private static String sourceOf(Class<?> type) {
    Class<?> outermost = type.getNestHost();
    try {
      return Files.readString(CORE.resolve(outermost.getName().replace('.', '/') + ".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int declaration(Class<?> type, String source) {
    Matcher matcher =
        Pattern.compile(
                "(public )?(sealed )?(record|enum|interface) " + type.getSimpleName() + "\\b")
            .matcher(source);
    if (!matcher.find()) {
      throw new AssertionError("no declaration of " + type);
    }
    return matcher.start();
  }

  private static Map<String, String> constants(Class<?> type, String source) {
    Map<String, String> constants = new LinkedHashMap<>();
    for (Object constant : type.isEnum() ? type.getEnumConstants() : new Object[0]) {
      Matcher matcher = Pattern.compile("\n +" + constant + "\\b").matcher(source);
      if (!matcher.find()) {
        throw new AssertionError("no declaration of " + type + "." + constant);
      }
      constants.put(constant.toString(), comment(source.substring(0, matcher.start())));
    }
    return constants;
  }

  /** The comment that the text ends with, as Markdown on one line; empty if there is none. */
  private static String comment(String before) {
    String text = before.stripTrailing();
    if (!text.endsWith("*/")) {
      return "";
    }
    return text.substring(text.lastIndexOf("/**") + 3, text.length() - 2)
        .replaceAll("\n *\\*", " ")
        .replaceAll("\\{@value #WHOLE_RUN}", "0")
        .replaceAll("\\{@(?:code|link) +#?([^}]*)}", "`$1`")
        .replaceAll("\\bnull\\b", "missing")
        .replaceAll("<p>", "")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
