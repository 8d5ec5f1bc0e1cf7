// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How each module is divided into packages, and how far classes lean on each other. */
class RoomsTest {

  /** More classes than these that all use each other cannot be understood one by one. */
  private static final int MAX_RING = 6;

  private static final JavaClasses MAIN_CLASSES = MainClasses.ALL;

  @Test
  void classRings_crossNoPackage() {
    List<Set<String>> crossing =
        ClassRings.of(MAIN_CLASSES).stream()
            .filter(ring -> ring.stream().map(ClassRings::packageOf).distinct().count() > 1)
            .toList();

    assertThat(crossing).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "core",
        "harness",
        "wire",
        "report",
        "store",
        "imports",
        "gateway",
        "scoreboard",
        "cli"
      })
  void classRings_haveAtMostSixClasses(String module) {
    JavaClasses classes = MAIN_CLASSES.that(resideInAPackage("dev.lastbyte." + module + ".."));
    List<Set<String>> rings = ClassRings.of(classes);
    System.out.println(summary(module, ClassRings.files(classes), rings));

    assertThat(rings).allSatisfy(ring -> assertThat(ring).hasSizeLessThanOrEqualTo(MAX_RING));
  }

  private static String summary(String module, Set<String> files, List<Set<String>> rings) {
    Map<String, Long> sizes =
        files.stream().collect(Collectors.groupingBy(ClassRings::packageOf, Collectors.counting()));
    Map.Entry<String, Long> largest =
        sizes.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    int ring = rings.stream().mapToInt(Collection::size).max().orElse(0);
    return "%-10s %3d files, %2d packages, largest %s with %d, largest ring %d"
        .formatted(module, files.size(), sizes.size(), largest.getKey(), largest.getValue(), ring);
  }
}
