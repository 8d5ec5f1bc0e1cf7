// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rings that classes form by using each other: the strongly connected components of more than
 * one class, found as Tarjan did (SIAM J. Comput. 1, 1972). A nested class counts as the class that
 * its file is named after. A {@code permits} clause alone is no use, so that a sealed interface and
 * the records that implement it form no ring.
 */
final class ClassRings {

  private final Map<String, Set<String>> uses;
  private final Map<String, Integer> index = new HashMap<>();
  private final Map<String, Integer> lowLink = new HashMap<>();
  private final Deque<String> path = new ArrayDeque<>();
  private final Set<String> onPath = new HashSet<>();
  private final List<Set<String>> rings = new ArrayList<>();

  private ClassRings(Map<String, Set<String>> uses) {
    this.uses = uses;
  }

  /** The rings of these classes, each as the full names of its classes. */
  static List<Set<String>> of(Iterable<JavaClass> classes) {
    var search = new ClassRings(usesOf(classes));
    for (String name : search.uses.keySet()) {
      if (!search.index.containsKey(name)) {
        search.visit(name);
      }
    }
    return search.rings;
  }

  /** The files of these classes, by the full name of the class that each is named after. */
  static Set<String> files(Iterable<JavaClass> classes) {
    return usesOf(classes).keySet();
  }

  static String packageOf(String file) {
    return file.substring(0, file.lastIndexOf('.'));
  }

  private static Map<String, Set<String>> usesOf(Iterable<JavaClass> classes) {
    Map<String, Set<String>> uses = new TreeMap<>();
    for (JavaClass each : classes) {
      if (!each.getSimpleName().equals("package-info")) {
        uses.computeIfAbsent(file(each), name -> new TreeSet<>())
            .addAll(targets(each.getDirectDependenciesFromSelf()));
      }
    }
    uses.forEach((name, used) -> {
      used.retainAll(uses.keySet());
      used.remove(name);
    });
    return uses;
  }

  private static Set<String> targets(Collection<Dependency> dependencies) {
    Set<String> targets = new HashSet<>();
    for (Dependency dependency : dependencies) {
      targets.add(file(dependency.getTargetClass().getBaseComponentType()));
    }
    return targets;
  }

  private static String file(JavaClass nested) {
    String name = nested.getFullName();
    int dollar = name.indexOf('$');
    return dollar < 0 ? name : name.substring(0, dollar);
  }

  private void visit(String name) {
    int own = index.size();
    index.put(name, own);
    lowLink.put(name, own);
    path.push(name);
    onPath.add(name);
    for (String used : uses.getOrDefault(name, Set.of())) {
      if (!index.containsKey(used)) {
        visit(used);
        lowLink.merge(name, lowLink.getOrDefault(used, own), Math::min);
      } else if (onPath.contains(used)) {
        lowLink.merge(name, index.getOrDefault(used, own), Math::min);
      }
    }
    if (lowLink.getOrDefault(name, own) == own) {
      takeRing(name);
    }
  }

  private void takeRing(String first) {
    Set<String> ring = new TreeSet<>();
    String name;
    do {
      name = path.pop();
      onPath.remove(name);
      ring.add(name);
    } while (!name.equals(first));
    if (ring.size() > 1) {
      rings.add(ring);
    }
  }
}
