// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.index;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;

/**
 * How a database file is opened: as input from outside. It may be a copy that was sent by another
 * person, or damaged in a way that SQLite does not see. Nothing in its schema may call functions,
 * no value may be larger than any log is, and no question may take forever.
 */
public final class UntrustedDatabase {

  /** More than a log with all events that its bounds allow. */
  private static final int MAX_VALUE_BYTES = 64 * 1024 * 1024;

  private static final int STEPS_BETWEEN_LOOKS = 100_000;

  private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(30);

  private UntrustedDatabase() {}

  /** Limits what values the connections of this configuration take. */
  public static SQLiteConfig limited(SQLiteConfig config) {
    config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, Integer.toString(MAX_VALUE_BYTES));
    return config;
  }

  /** To be called before anything is read. */
  public static void distrustSchema(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA trusted_schema = OFF");
      statement.execute("PRAGMA cell_size_check = ON");
    }
  }

  /** Ends a question on this connection that finds no row for half a minute. */
  public static Deadline limitTime(Connection connection) throws SQLException {
    var deadline = new Deadline();
    ProgressHandler.setHandler(connection, STEPS_BETWEEN_LOOKS, deadline);
    return deadline;
  }

  /** When a question is to be over. For one thread. */
  public static final class Deadline extends ProgressHandler {

    private long atNanos = System.nanoTime() + MAX_NANOS;

    private Deadline() {}

    /** A row was found: the next one has as much time. */
    public void extend() {
      atNanos = System.nanoTime() + MAX_NANOS;
    }

    @Override
    protected int progress() {
      return System.nanoTime() - atNanos > 0 ? 1 : 0;
    }
  }
}
