// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.file;

import dev.lastbyte.harness.text.NearNames;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A value of a file, with its place in it. A reader that finds something else than it looks for
 * notes the problem and gives a harmless value, so that all problems are found in one go.
 */
record YamlValue(Node node, Problems problems) {
  private static final int SHOWN_CHARACTERS = 40;
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m)");

  /** Notes a problem with this value. */
  void wrong(String says) {
    problems.add(node.getStartMark(), says);
  }

  boolean isMap() {
    return node instanceof MappingNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  /** The text of a single value. */
  String text(String what) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    wrong("%s must be a single value, but was %s".formatted(what, shown()));
    return "";
  }

  /** A whole number within bounds. */
  int whole(String what, int min, int max) {
    String text = text(what);
    if (text.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= min && number <= max) {
        return number;
      }
    }
    wrong("%s must be a whole number from %d to %d, but was %s".formatted(what, min, max, shown()));
    return min;
  }

  /** A length of time, such as {@code 250ms}, of at most an hour. */
  Duration duration(String what) {
    Matcher matcher = DURATION.matcher(text(what));
    if (matcher.matches()) {
      long number = Long.parseLong(matcher.group(1));
      Duration duration =
          switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
          };
      if (duration.compareTo(Duration.ofHours(1)) <= 0) {
        return duration;
      }
    }
    wrong("%s must be a time such as 250ms, 2s or 5m, but was %s".formatted(what, shown()));
    return Duration.ZERO;
  }

  boolean booleanValue(String what) {
    String text = text(what);
    if (!text.equals("true") && !text.equals("false")) {
      wrong("%s must be true or false, but was %s".formatted(what, shown()));
    }
    return text.equals("true");
  }

  /** Bytes as text, or as {@code {hex: 0d0a}}. */
  byte[] bytes(String what) {
    if (!isMap()) {
      return text(what).getBytes(StandardCharsets.UTF_8);
    }
    Map<String, YamlValue> fields = fields(what, List.of("hex"));
    YamlValue hex = fields.getOrDefault("hex", this);
    try {
      return HexFormat.of().parseHex(hex.text(what).replace(" ", ""));
    } catch (IllegalArgumentException e) {
      hex.wrong("hex must be pairs of digits such as 0d0a, but was " + hex.shown());
      return new byte[0];
    }
  }

  /** What one of these words means. */
  <T> T oneOf(Vocabulary<T> words) {
    String text = text("a " + words.title());
    T meaning = words.meanings().get(text);
    if (meaning == null) {
      wrong(unknown(words.title(), text, words.meanings().keySet()));
      return words.meanings().values().iterator().next();
    }
    return meaning;
  }

  /** The values of a list; a single value is a list of one. */
  List<YamlValue> list() {
    return node instanceof SequenceNode sequence
        ? sequence.getValue().stream().map(each -> new YamlValue(each, problems)).toList()
        : List.of(this);
  }

  /** The fields of a mapping, of which only these are known. */
  Map<String, YamlValue> fields(String what, Collection<String> known) {
    var fields = new LinkedHashMap<String, YamlValue>();
    for (Entry entry : entries(what)) {
      String name = entry.name().text("a field's name");
      if (!known.contains(name)) {
        entry.name().wrong(unknown("field", name, known) + " in " + what);
      } else if (fields.put(name, entry.value()) != null) {
        entry.name().wrong("%s must be given once, but is given again".formatted(name));
      }
    }
    return fields;
  }

  /** A name and its value. */
  record Entry(YamlValue name, YamlValue value) {}

  /** The entries of a mapping, whatever their names. */
  List<Entry> entries(String what) {
    var entries = new ArrayList<Entry>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple each : mapping.getValue()) {
        entries.add(
            new Entry(
                new YamlValue(each.getKeyNode(), problems),
                new YamlValue(each.getValueNode(), problems)));
      }
    } else {
      wrong("%s must be fields with values, but was %s".formatted(what, shown()));
    }
    return entries;
  }

  static String unknown(String title, String yamlValue, Collection<String> known) {
    List<String> nearest = NearNames.nearest(yamlValue, List.copyOf(known));
    return "unknown %s '%s'; did you mean %s?"
        .formatted(title, cut(yamlValue), String.join(", ", nearest));
  }

  private String shown() {
    if (node instanceof ScalarNode scalar) {
      return "'" + cut(scalar.getValue()) + "'";
    }
    return isList() ? "a list" : "a mapping";
  }

  private static String cut(String text) {
    String line = text.lines().findFirst().orElse("");
    return line.length() > SHOWN_CHARACTERS ? line.substring(0, SHOWN_CHARACTERS) + "…" : line;
  }
}
