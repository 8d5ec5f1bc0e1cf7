// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.facts.ToolCall.Repeat;
import dev.lastbyte.core.facts.ToolCall.State;
import dev.lastbyte.core.privacy.Token;
import org.jspecify.annotations.Nullable;

/** A tool call while its events are being read. Not thread-safe. */
final class OpenCall {

  static final int NOT_ON_THE_WIRE = -1;

  private final int number;
  private final @Nullable Token id;
  private final @Nullable Vantage toldFrom;
  private @Nullable Token name;
  private @Nullable Token arguments;
  private State state = State.BEGUN;
  private ToolEffect effect = ToolEffect.UNKNOWN;
  private boolean declared;
  private int timesStarted;
  private @Nullable Vantage startedFrom;
  private Repeat repeat = Repeat.NONE;
  private int lastEvent;

  OpenCall(int number, @Nullable Token id, @Nullable Token name, @Nullable Vantage toldFrom) {
    this.number = number;
    this.id = id;
    this.name = name;
    this.toldFrom = toldFrom;
  }

  boolean isOnTheWire() {
    return number != NOT_ON_THE_WIRE;
  }

  boolean has(Token wanted) {
    return wanted.equals(id);
  }

  boolean isNumber(int wanted) {
    return number == wanted;
  }

  /** Whether another place tells of the same call, or the same place tells of it once more. */
  boolean isToldAgain(int index, @Nullable Token call, @Nullable Token tool, Vantage from) {
    boolean sameTool = name == null || tool == null || name.equals(tool);
    if (!isOnTheWire() || !sameTool) {
      return false;
    }
    if (call != null && call.equals(id)) {
      return from != toldFrom || index == number;
    }
    return call == null && id == null && index == number && from != toldFrom;
  }

  boolean wasStarted() {
    return timesStarted > 0;
  }

  boolean isRunning() {
    return state == State.STARTED;
  }

  /** Whether it ran to an end that was not told to the model yet. */
  boolean hasResult() {
    return state.compareTo(State.FAILED) >= 0 && state != State.REPORTED;
  }

  boolean needsMoreCareThan(OpenCall other) {
    return effect != other.effect && effect.orWorse(other.effect) == effect;
  }

  /** A report without an id may be about this call or another: its name vouches for nothing. */
  OpenCall nameless() {
    name = null;
    return this;
  }

  OpenCall reached(State next) {
    if (next.compareTo(state) > 0) {
      state = next;
    }
    return this;
  }

  OpenCall ready(@Nullable Token hash) {
    arguments = arguments == null ? hash : arguments;
    return reached(State.READY);
  }

  OpenCall declares(ToolEffect can) {
    if (can != ToolEffect.UNKNOWN) {
      effect = declared ? effect.orWorse(can) : can;
      declared = true;
    }
    return this;
  }

  OpenCall started(ToolEffect can, Vantage from) {
    if (isRunning() && startedFrom != from) {
      return declares(can); // The same execution, seen from another place.
    }
    if (wasStarted()) {
      Repeat told = state.isUncertain() ? Repeat.LIKELY : Repeat.PROVEN;
      repeat = told.compareTo(repeat) > 0 ? told : repeat;
    }
    effect = timesStarted == 0 && !declared ? can : effect.orWorse(can);
    declared |= can != ToolEffect.UNKNOWN;
    timesStarted++;
    startedFrom = from;
    state = State.STARTED;
    return this;
  }

  /** Its result is proof of one execution, and that of the equal call of another. */
  OpenCall ranBefore() {
    timesStarted = Math.max(1, timesStarted) + 1;
    repeat = state.isUncertain() ? Repeat.LIKELY : Repeat.PROVEN;
    return reached(State.REPORTED);
  }

  void toldBy(int event) {
    lastEvent = event;
  }

  ToolCall call() {
    return new ToolCall(id, name, arguments, state, effect, timesStarted, repeat, lastEvent);
  }
}
