// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.chat;

import dev.lastbyte.wire.dialect.reader.ResponseEventRecorder;
import dev.lastbyte.wire.dialect.reader.ToolCallTracker;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tool calls of a chat completion, put together from their fragments.
 *
 * <p>How it works: a fragment says which call it goes on by its index, but services put the index
 * behind the arguments, leave it out, or give every call the same one and a new id. So the
 * arguments of a fragment are followed twice as they pass by, as the start of a new call and as
 * more of the call that they most likely go on; the fragment's end tells which it was.
 */
final class ChatToolCalls {

  private static final int NO_INDEX = -1;

  private final ResponseEventRecorder eventRecorder;
  private final List<Call> calls = new ArrayList<>(2);
  private final ArgumentsBalance asNew = new ArgumentsBalance();
  private final ArgumentsBalance asMore = new ArgumentsBalance();
  private @Nullable Call likely;
  private boolean hasArguments;
  private int choice;
  private int index;
  private String id = "";
  private String name = "";

  ChatToolCalls(ResponseEventRecorder eventRecorder) {
    this.eventRecorder = eventRecorder;
  }

  void fragmentBegan(int ofChoice) {
    choice = ofChoice;
    index = NO_INDEX;
    id = "";
    name = "";
    likely = null;
    hasArguments = false;
  }

  boolean isEmpty() {
    return calls.isEmpty();
  }

  void index(int value) {
    index = value;
  }

  void id(String value) {
    id = value;
  }

  void name(String value) {
    name = value;
  }

  void arguments(byte[] bytes, int from, int to) {
    if (!hasArguments) {
      hasArguments = true;
      asNew.copyFrom(new ArgumentsBalance());
      likely = index == NO_INDEX ? lastOf(choice) : find(choice, index);
      if (likely != null) {
        asMore.copyFrom(likely.balance);
      }
    }
    asNew.feed(bytes, from, to);
    asMore.feed(bytes, from, to);
  }

  void fragmentEnded() {
    Call known = index == NO_INDEX && id.isEmpty() ? lastOf(choice) : find(choice, index);
    if (known == null || known.isAnother(id)) {
      known = begin();
    } else if (hasArguments && known == likely) {
      known.balance.copyFrom(asMore);
    } else if (hasArguments) {
      known.lostTrack = true;
    }
  }

  private @Nullable Call begin() {
    if (calls.size() == ToolCallTracker.MAX) {
      return null;
    }
    var call = new Call(calls.size(), choice, index, id, name);
    if (hasArguments) {
      call.balance.copyFrom(asNew);
    }
    calls.add(call);
    return call;
  }

  /** Reports what the chunk that arrived began, and what it made whole. */
  void report() {
    for (int i = 0; i < calls.size(); i++) {
      Call call = calls.get(i);
      if (!call.started) {
        call.started = true;
        eventRecorder.toolStarted(call.number, call.id, call.name);
      }
      if (call.balance.isWhole()) {
        ready(call);
      }
    }
  }

  /**
   * The model says that its calls are done: those without arguments are ready then, and those that
   * we lost track of could be. Arguments that began and were left open are not.
   */
  void readyWithoutArguments() {
    for (Call call : calls) {
      if (call.lostTrack || !call.balance.isBegun()) {
        ready(call);
      }
    }
  }

  private void ready(Call call) {
    if (!call.ready) {
      call.ready = true;
      eventRecorder.toolReady(call.number);
    }
  }

  /** The latest call with that index, which is the one that an index given twice means. */
  private @Nullable Call find(int ofChoice, int ofIndex) {
    for (int i = calls.size() - 1; i >= 0; i--) {
      Call call = calls.get(i);
      if (call.choice == ofChoice && call.index == ofIndex) {
        return call;
      }
    }
    return null;
  }

  private @Nullable Call lastOf(int ofChoice) {
    for (int i = calls.size() - 1; i >= 0; i--) {
      if (calls.get(i).choice == ofChoice) {
        return calls.get(i);
      }
    }
    return null;
  }

  private static final class Call {
    private final int number;
    private final int choice;
    private final int index;
    private final String id;
    private final String name;
    private final ArgumentsBalance balance = new ArgumentsBalance();
    private boolean started;
    private boolean ready;
    private boolean lostTrack;

    Call(int number, int choice, int index, String id, String name) {
      this.number = number;
      this.choice = choice;
      this.index = index;
      this.id = id;
      this.name = name;
    }

    boolean isAnother(String otherId) {
      return !otherId.isEmpty() && !id.isEmpty() && !otherId.equals(id);
    }
  }
}
