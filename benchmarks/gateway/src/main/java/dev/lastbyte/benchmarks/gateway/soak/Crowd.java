// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway.soak;

import dev.lastbyte.benchmarks.gateway.Connection;
import dev.lastbyte.benchmarks.gateway.EventLoop;
import dev.lastbyte.benchmarks.gateway.Receiver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All callers, the streams that they have open, and the truth of those that are over. */
final class Crowd {

  private static final int BROKEN_KEPT = 20;

  private final EventLoop loop;
  private final Agenda agenda;
  private final SoakOptions options;
  private final Random random;
  private final Plans plans;
  private final List<Caller> callers = new ArrayList<>();
  private final Map<String, Stream> open = new HashMap<>();
  private final Map<String, Plan> truth = new HashMap<>();
  private final List<String> broken = new ArrayList<>();
  private long brokenInAll;
  private long asked;
  private int gateway;
  private boolean closing;

  Crowd(EventLoop loop, Agenda agenda, SoakOptions options) {
    this.loop = loop;
    this.agenda = agenda;
    this.options = options;
    this.random = new Random(options.seed());
    this.plans = new Plans(random, options.faultPercent());
  }

  /**
   * They all come, one after the other, within the length of one stream.
   *
   * @param port where the gateway listens
   */
  void come(int port) {
    gateway = port;
    for (int i = 0; i < options.streams(); i++) {
      var caller = new Caller(this);
      callers.add(caller);
      agenda.in(random.nextLong(options.streamNanos()), caller::ask);
    }
  }

  /** The stream of that name, which must be open. */
  Stream open(String name) {
    Stream stream = open.get(name);
    if (stream == null) {
      throw new IllegalStateException("nobody asks for " + name);
    }
    return stream;
  }

  /** How many streams are open. */
  int openNow() {
    return open.size();
  }

  /** What happened to the streams that are over, by their names. */
  Map<String, Plan> truth() {
    return truth;
  }

  /** What a client met that it should not have: the first few, and how many in all. */
  List<String> broken() {
    List<String> told = new ArrayList<>(broken);
    if (brokenInAll > broken.size()) {
      told.add("and so %d times in all".formatted(brokenInAll));
    }
    return told;
  }

  /** Nobody asks any more; what is open comes to its end. */
  void close() {
    closing = true;
  }

  /** Every stream that is still open should have ended. */
  void tellOfStuck() {
    open.values()
        .forEach(stream ->
            broken("%s, %s, has no end".formatted(stream.name(), stream.plan().scenario())));
  }

  /** All leave; what was open is no longer counted. */
  void leave() throws IOException {
    closing = true;
    open.clear();
    for (Caller caller : callers) {
      caller.leave();
    }
  }

  @Nullable Stream nextStream() {
    if (closing) {
      return null;
    }
    String name = "soak-" + ++asked;
    int more = random.nextInt(Math.max(1, 2 * options.meanPieces()));
    var stream = new Stream(name, plans.draw(), more);
    open.put(name, stream);
    return stream;
  }

  Connection connect(Function<Connection, Receiver> receiver) throws IOException {
    return loop.connect(gateway, receiver);
  }

  void over(Caller caller, Stream stream) {
    open.remove(stream.name());
    truth.put(stream.name(), stream.plan());
    agenda.in(random.nextLong(options.beatNanos()), caller::ask);
  }

  void broken(String what) {
    brokenInAll++;
    if (broken.size() < BROKEN_KEPT) {
      broken.add(what);
    }
  }
}
