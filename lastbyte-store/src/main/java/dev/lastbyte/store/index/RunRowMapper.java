// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.index;

import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.store.model.RunRow;
import dev.lastbyte.store.model.StoredVerdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Columns into a row of a list. */
public final class RunRowMapper {

  public static final String NEWEST =
      """
      SELECT run, started_at, provider, dialect, model,
             code, headline, cause, retry_safety, rule_set, session, sending
      FROM run ORDER BY started_at DESC, rowid DESC LIMIT ?\
      """;

  public static final String OF_SESSION =
      "SELECT log FROM run WHERE session = ? ORDER BY started_at DESC, rowid DESC LIMIT ?";

  public static final String NEWEST_LOGS =
      """
      SELECT log FROM
        (SELECT log, started_at, rowid AS place FROM run
         ORDER BY started_at DESC, rowid DESC LIMIT ?)
      ORDER BY started_at, place\
      """;

  private RunRowMapper() {}

  public static RunRow row(ResultSet result) throws SQLException {
    return new RunRow(
        new Token(result.getString("run")),
        result.getLong("started_at"),
        Token.orNull(result.getString("provider")),
        Token.orNull(result.getString("dialect")),
        Token.orNull(result.getString("model")),
        verdict(result),
        new Token(result.getString("session")),
        result.getInt("sending"));
  }

  private static @Nullable StoredVerdict verdict(ResultSet result) throws SQLException {
    String code = result.getString("code");
    return code == null
        ? null
        : new StoredVerdict(
            code,
            result.getString("headline"),
            result.getString("cause"),
            result.getString("retry_safety"),
            result.getString("rule_set"));
  }
}
