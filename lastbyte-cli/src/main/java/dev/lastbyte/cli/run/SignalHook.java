// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.run;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Hears of one signal of the operating system. That is {@code sun.misc.Signal}, the JDK's one way
 * to tell signals apart; by reflection, because javac warns of its very name and has no way to
 * switch that off.
 */
final class SignalHook implements AutoCloseable {

  private final Object signal;
  private final Object previousHandler;

  private SignalHook(Object signal, Object before) {
    this.signal = signal;
    this.previousHandler = before;
  }

  /**
   * From now on until closed {@code onSignal} is run instead of what such a signal does by itself.
   *
   * @param name without {@code SIG}
   * @return null if the system has no such signal, or the JVM was told to leave it alone
   */
  static @Nullable SignalHook on(String name, Runnable onSignal) {
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
      return new SignalHook(signal, setHandler(signal, handler));
    } catch (ReflectiveOperationException notHere) {
      return null;
    }
  }

  /** Sets what handles the signal; returns what did before. */
  private static Object setHandler(Object signal, Object handler)
      throws ReflectiveOperationException {
    Class<?> handlers = Class.forName("sun.misc.SignalHandler");
    return signal
        .getClass()
        .getMethod("handle", signal.getClass(), handlers)
        .invoke(null, signal, handler);
  }

  @Override
  public void close() {
    try {
      Object unused = setHandler(signal, previousHandler);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("what could be set cannot be set back", e);
    }
  }
}
