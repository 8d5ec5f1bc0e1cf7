// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.run;

import dev.lastbyte.cli.run.ReceivedSignal.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Being told to end, passed on to a command as it came, and kept, since it explains what the
 * command does then. When to end is the command's to decide, and ours to follow: no signal ends
 * this process before its work is done.
 */
final class SignalForwarder {

  /** The last ones tell. */
  private static final int MAX_RECEIVED = 64;

  private final Set<Kind> knownToTheCommand;
  private final List<ReceivedSignal> received = new ArrayList<>();
  private List<ProcessHandle> receivers = List.of();
  private @Nullable Integer exit;

  SignalForwarder(boolean atTerminal) {
    this.knownToTheCommand = atTerminal ? EnumSet.of(Kind.INT) : EnumSet.noneOf(Kind.class);
  }

  /**
   * Listens from now on until this process ends. To be called before the work that a signal must
   * not cut short. The handlers are never taken back: a signal that the system had delivered, and
   * the JVM had not handled yet, would then end this process in the middle of its last words.
   *
   * @param atTerminal whether a terminal tells the command of an interrupt by itself
   */
  static SignalForwarder install(boolean atTerminal) {
    var signals = new SignalForwarder(atTerminal);
    for (Kind kind : Kind.values()) {
      SignalHook.install(kind.name(), () -> signals.received(kind));
    }
    return signals;
  }

  /** Starts the command; null if we were told to end before there was one. */
  synchronized @Nullable Process start(Supplier<Process> command) {
    if (!received.isEmpty()) {
      return null;
    }
    Process started = command.get();
    receivers = List.of(started.toHandle());
    return started;
  }

  /** From now on signals go to what the command has left behind. */
  synchronized void forwardTo(List<ProcessHandle> leftBehind) {
    receivers = List.copyOf(leftBehind);
  }

  /** The signals until now, in their order. */
  synchronized List<ReceivedSignal> received() {
    return List.copyOf(received);
  }

  /** All is done: who tells this process to end from now on has it end so. */
  synchronized void finished(int exitCode) {
    exit = exitCode;
  }

  synchronized void received(Kind kind) {
    if (exit != null) {
      Runtime.getRuntime().exit(exit);
    }
    if (received.size() == MAX_RECEIVED) {
      received.removeFirst();
    }
    received.add(new ReceivedSignal(kind, System.nanoTime()));
    if (!knownToTheCommand.contains(kind)) {
      receivers.stream().filter(ProcessHandle::isAlive).forEach(process -> send(kind, process));
    }
  }

  /** Returns when it is sent, so that the next one does not overtake it. */
  private static void send(Kind kind, ProcessHandle process) {
    try {
      new ProcessBuilder("kill", "-" + kind.name(), Long.toString(process.pid()))
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException noSuchCommand) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
