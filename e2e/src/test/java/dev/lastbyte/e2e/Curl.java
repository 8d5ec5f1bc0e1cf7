// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import dev.lastbyte.harness.Framing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The curl on the PATH. Its texts differ between versions; its exit codes do not. */
final class Curl {

  private static final int TIMED_OUT = 28;

  private Curl() {}

  static Meeting.Outcome meet(ClientCase met) throws Exception {
    try (Meeting meeting = Meeting.of(met)) {
      return meeting.outcome(said(Program.start(Path.of("."), command(meeting)).end().exit()));
    }
  }

  static String version() throws IOException, InterruptedException {
    return Program.start(Path.of("."), List.of("curl", "--version"))
        .end()
        .out()
        .getFirst()
        .split(" ")[1];
  }

  private static List<String> command(Meeting meeting) {
    // the certificate is not what is looked at here
    List<String> command =
        new ArrayList<>(List.of("curl", "-q", "-sSk", "--fail-early", "--max-time", "8"));
    command.add(meeting.met().framing() == Framing.H2 ? "--http2" : "--http1.1");
    command.addAll(List.of("-d", "{\"model\":\"lastbyte-model-1\",\"stream\":true}"));
    for (int i = 0; i < (meeting.met().isAskedTwice() ? 2 : 1); i++) {
      command.addAll(List.of("-o", "-", meeting.url().toString()));
    }
    return command;
  }

  private static String said(int exit) {
    return switch (exit) {
      case 0 -> Words.NO_ERROR;
      case TIMED_OUT -> Words.NO_END;
      default -> "exit " + exit + meaning(exit);
    };
  }

  /** As its manual has it. */
  private static String meaning(int exit) {
    return switch (exit) {
      case 1 -> " (unsupported protocol)";
      case 8 -> " (weird server reply)";
      case 16 -> " (HTTP/2 error)";
      case 18 -> " (partial file)";
      case 52 -> " (the server did not reply anything)";
      case 55 -> " (failed sending network data)";
      case 56 -> " (failure in receiving network data)";
      case 92 -> " (stream error in HTTP/2 framing layer)";
      default -> "";
    };
  }
}
