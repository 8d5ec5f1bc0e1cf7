// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.run;

import dev.lastbyte.cli.text.Terminal;
import java.util.List;
import java.util.stream.Collectors;

/** Waits for a command, and for what it began if that lost it without our doing. */
record CommandWait(
    Process command, Descendants descendants, SignalForwarder signals, Terminal terminal) {

  /**
   * Returns when nothing needs a gateway any more. A wrapper, such as a shell or npm, may be killed
   * while the agent that it had begun goes on: that agent is served until it ends.
   */
  CommandEnd untilEnd() throws InterruptedException {
    int exit = command.waitFor();
    var end = new CommandEnd(exit, System.nanoTime(), signals.received());
    if (end.wasKilledByOthers()) {
      serveWhatLivesOn(exit);
    } else if (exit >= ReceivedSignal.EXIT_OF_SIGNALLED) {
      tellWhatLivesOn(exit);
    }
    return end;
  }

  private void serveWhatLivesOn(int exit) throws InterruptedException {
    List<ProcessHandle> living = descendants.living();
    if (!living.isEmpty()) {
      terminal.warn(
          livesOn(exit, living) + ", served until it ends; signals such as Ctrl-C go on to it");
    }
    while (!living.isEmpty()) {
      signals.forwardTo(living);
      Descendants.awaitEndOfAny(living);
      living = descendants.living();
    }
  }

  /** The signal that ended the command may be about to end these too. */
  private void tellWhatLivesOn(int exit) throws InterruptedException {
    List<ProcessHandle> living = descendants.living();
    if (!living.isEmpty()) {
      Descendants.awaitEndOfAny(living);
      living = descendants.living();
    }
    if (!living.isEmpty()) {
      terminal.warn(livesOn(exit, living) + ", without a gateway from now on");
    }
  }

  private static String livesOn(int exit, List<ProcessHandle> living) {
    String ids =
        living.stream()
            .map(process -> Long.toString(process.pid()))
            .collect(Collectors.joining(", "));
    return "the command had ended (exit %d); what it began lives on (process %s)"
        .formatted(exit, ids);
  }
}
