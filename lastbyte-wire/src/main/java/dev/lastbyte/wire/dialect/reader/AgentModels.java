// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.reader;

import java.util.regex.Pattern;

/** The names under which a service runs a model together with tools that it keeps for it. */
final class AgentModels {

  private static final Pattern NAMES =
      Pattern.compile(
          "groq/compound|^compound-|@preset/|^(?:bot|app)-|^asst_|^ag:|(?:^|[-_/:])agent(?:$|[-_/:])"
              + "|-alltools");

  private AgentModels() {}

  static boolean has(String model) {
    return NAMES.matcher(model).find();
  }
}
