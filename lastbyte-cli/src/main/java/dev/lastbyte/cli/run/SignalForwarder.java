// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Being told to end (SIGINT, SIGTERM, SIGHUP), passed on to a child as it came. When to end is the
 * child's to decide, and ours to follow.
 */
final class SignalForwarder implements AutoCloseable {

  private static final String INTERRUPT = "INT";

  private final List<SignalHook> hooks = new ArrayList<>();
  private final List<String> pending = new ArrayList<>();
  private @Nullable Process child;

  private SignalForwarder() {}

  /**
   * Listens from now on until closed; before the child begins, so that no signal is missed.
   *
   * @param atTerminal whether a terminal tells the child of an interrupt by itself
   */
  static SignalForwarder install(boolean atTerminal) {
    var signals = new SignalForwarder();
    for (String name : List.of(INTERRUPT, "TERM", "HUP")) {
      boolean knows = atTerminal && name.equals(INTERRUPT);
      SignalHook hook = SignalHook.on(name, knows ? () -> {} : () -> signals.received(name));
      if (hook != null) {
        signals.hooks.add(hook);
      }
    }
    return signals;
  }

  /** Waits for a child's end; its exit code, which is 128 and more if a signal ended it. */
  int await(Process process) throws InterruptedException {
    childStarted(process);
    return process.waitFor();
  }

  private synchronized void childStarted(Process process) {
    child = process;
    pending.forEach(signal -> forward(signal, process));
  }

  private synchronized void received(String signal) {
    if (child == null) {
      pending.add(signal);
    } else {
      forward(signal, child);
    }
  }

  private static void forward(String signal, Process process) {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
    } catch (IOException noSuchCommand) {
      process.destroy();
    }
  }

  @Override
  public void close() {
    hooks.forEach(SignalHook::close);
  }
}
