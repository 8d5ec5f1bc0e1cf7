// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/** The misbehaving provider for tests of JUnit 5.10 or later, and 6. */
@NullMarked
module dev.lastbyte.harness.junit {
  requires static org.jspecify;
  requires transitive dev.lastbyte.harness;
  requires org.junit.jupiter.api;

  exports dev.lastbyte.harness.junit;

  // JUnit makes the extensions, which only it needs
  opens dev.lastbyte.harness.junit to
      org.junit.platform.commons;
}
