// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/** Run logs kept, found again, never lost. */
@NullMarked
module dev.lastbyte.store {
  requires static org.jspecify;
  requires transitive dev.lastbyte.core;
  requires dev.lastbyte.report;
  requires java.sql;
  requires org.xerial.sqlitejdbc;

  exports dev.lastbyte.store;
  exports dev.lastbyte.store.model;
}
