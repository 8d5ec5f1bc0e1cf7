// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What clients say, without what changes from one run to the next. */
final class Words {

  static final String NO_ERROR = "no error";
  static final String NO_END = "no end";

  private static final int LONGEST_CHAIN = 5;
  private static final Pattern ADDRESS =
      Pattern.compile("(https?://|/)?127\\.0\\.0\\.1:\\d+/?\\S*");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w./\\[-])\\d+(?![\\w./-])");

  private Words() {}

  /** An exception and its causes. */
  static String of(Throwable failure) {
    List<String> chain = new ArrayList<>();
    Throwable each = failure;
    while (each != null && chain.size() < LONGEST_CHAIN) {
      chain.add(link(each.getClass().getSimpleName(), each.getMessage()));
      each = each.getCause();
    }
    return String.join(" ← ", chain);
  }

  /** An error of JavaScript and its causes, as {@code report.mjs} describes it. */
  static String of(Json printed) {
    if (printed.at("ended").equals("well")) {
      return NO_ERROR;
    }
    List<String> chain = new ArrayList<>();
    for (String at = "error"; !printed.at(at + ".type").equals("null"); at += ".cause") {
      String code = printed.at(at + ".code");
      String type = printed.at(at + ".type") + (code.equals("null") ? "" : " " + code);
      chain.add(link(type, printed.at(at + ".message")));
    }
    return chain.isEmpty() ? NO_END : String.join(" ← ", chain);
  }

  private static String link(String type, @Nullable String message) {
    return message == null || message.isEmpty() ? type : type + ": " + normal(message);
  }

  private static String normal(String message) {
    String local = ADDRESS.matcher(message).replaceAll("ADDRESS");
    return NUMBER.matcher(local).replaceAll("N");
  }
}
