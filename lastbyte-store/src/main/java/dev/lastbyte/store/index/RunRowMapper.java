// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.index;

import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.store.model.RunRow;
import dev.lastbyte.store.model.StoredVerdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
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

  private static final List<String> VERDICT =
      List.of("code", "headline", "cause", "retry_safety", "rule_set");

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._@/-]{1,128}");

  private RunRowMapper() {}

  /** The row, or null if its run has no name that Lastbyte would have given it. */
  public static @Nullable RunRow row(ResultSet result) throws SQLException {
    Token run = Token.orNull(result.getString("run"));
    if (run == null) {
      return null;
    }
    return new RunRow(
        run,
        result.getLong("started_at"),
        Token.orNull(result.getString("provider")),
        Token.orNull(result.getString("dialect")),
        Token.orNull(result.getString("model")),
        verdict(result),
        Objects.requireNonNullElse(Token.orNull(result.getString("session")), run),
        result.getInt("sending"));
  }

  private static @Nullable StoredVerdict verdict(ResultSet result) throws SQLException {
    List<String> words = new ArrayList<>();
    for (String column : VERDICT) {
      String word = result.getString(column);
      if (word == null || !WORD.matcher(word).matches()) {
        return null; // there is none, or another program wrote it
      }
      words.add(word);
    }
    return new StoredVerdict(words.get(0), words.get(1), words.get(2), words.get(3), words.get(4));
  }
}
