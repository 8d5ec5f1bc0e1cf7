// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.run;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Hears of one signal of the operating system. That is {@code sun.misc.Signal}, the JDK's one way
 * to tell signals apart; by reflection, because javac warns of its very name and has no way to
 * switch that off.
 */
final class SignalHook {

  private SignalHook() {}

  /**
   * From now on {@code onSignal} is run instead of what such a signal does by itself; each time on
   * a thread of its own. Does nothing if the system has no such signal, or the JVM was told to
   * leave it alone.
   *
   * @param name without {@code SIG}
   */
  static void install(String name, Runnable onSignal) {
    try {
      Class<?> signals = Class.forName("sun.misc.Signal");
      Class<?> handlers = Class.forName("sun.misc.SignalHandler");
      MethodHandle run =
          MethodHandles.lookup()
              .findVirtual(Runnable.class, "run", MethodType.methodType(void.class))
              .bindTo(onSignal);
      Object handler =
          MethodHandleProxies.asInterfaceInstance(
              handlers, MethodHandles.dropArguments(run, 0, signals));
      Object signal = signals.getConstructor(String.class).newInstance(name);
      Object unused = signals.getMethod("handle", signals, handlers).invoke(null, signal, handler);
    } catch (ReflectiveOperationException notHere) {
      // It does what it does by itself.
    }
  }
}
