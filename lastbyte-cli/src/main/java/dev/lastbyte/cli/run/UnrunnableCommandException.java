// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.run;

import java.io.IOException;
import java.util.regex.Pattern;

/** A command that the system cannot begin, with the exit code that a shell has for that. */
final class UnrunnableCommandException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** POSIX, Shell Command Language, 2.8.2. */
  private static final int NOT_FOUND = 127;

  private static final int NOT_EXECUTABLE = 126;

  /** ENOENT, as Java spells it in its message and nowhere else. */
  private static final Pattern NO_SUCH_FILE = Pattern.compile("error[=:] ?2\\b");

  private final int exit;

  UnrunnableCommandException(String command, IOException why) {
    super("'" + command + "' cannot be run: " + why.getMessage(), why);
    this.exit =
        NO_SUCH_FILE.matcher(String.valueOf(why.getMessage())).find() ? NOT_FOUND : NOT_EXECUTABLE;
  }

  int exit() {
    return exit;
  }
}
