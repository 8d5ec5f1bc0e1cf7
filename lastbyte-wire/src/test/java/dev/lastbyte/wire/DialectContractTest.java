// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.Dialect;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DialectContractTest {

  @Test
  void everyDialect_isHeldToTheContract() throws Exception {
    assertThat(dialectsWithContract()).isEqualTo(EnumSet.complementOf(EnumSet.of(Dialect.UNKNOWN)));
  }

  private static Set<Dialect> dialectsWithContract() throws IOException, URISyntaxException {
    Path classes =
        Path.of(
                Objects.requireNonNull(DialectContract.class.getResource("DialectContract.class"))
                    .toURI())
            .getParent();
    try (Stream<Path> files = Files.list(classes)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("Test.class"))
          .map(name -> classOf(name.substring(0, name.length() - ".class".length())))
          .filter(DialectContract.class::isAssignableFrom)
          .map(DialectContractTest::dialectOf)
          .collect(Collectors.toSet());
    }
  }

  private static Class<?> classOf(String name) {
    try {
      return Class.forName(DialectContract.class.getPackageName() + "." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Dialect dialectOf(Class<?> contract) {
    try {
      return ((DialectContract) contract.getDeclaredConstructor().newInstance()).dialect();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
