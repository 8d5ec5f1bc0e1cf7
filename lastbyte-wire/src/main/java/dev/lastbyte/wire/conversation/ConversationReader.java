// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.conversation;

import dev.lastbyte.wire.json.JsonTokenSink;
import dev.lastbyte.wire.json.JsonTokenizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the conversation out of a request's body while it passes, at most {@value #MAX_BYTES} bytes
 * of it; keeps hashes only, and a bounded number of them. Not thread-safe.
 *
 * <p>How it works: every value below the messages becomes a hash when it ends. An array is a chain
 * of its items; an object is the sum of its members, in which order does not matter. What the chain
 * of messages was before each of the last ones tells a later reader which conversation this one
 * goes on from.
 */
public final class ConversationReader implements JsonTokenSink {

  private static final long MAX_BYTES = 64L * 1024 * 1024;

  private static final int ROOT = 1;

  private final ContentHashes hashes;
  private final KnownWords keywords;
  private final JsonTokenizer json = new JsonTokenizer(this);
  private final ArrayDeque<Container> open = new ArrayDeque<>();
  private final ArrayDeque<Hash> before = new ArrayDeque<>();
  private final ArrayDeque<Hash> results = new ArrayDeque<>();
  private final Map<Hash, Hash> calls = new LinkedHashMap<>();
  private Hash chain = Hash.NONE;
  private @Nullable Hash previousResponse;
  private @Nullable KeyedHash text;
  private int messages;
  private boolean inside;
  private boolean textIsKey;
  private int ignoredFrom = Integer.MAX_VALUE;
  private long bytes;

  /** A reader of one request. */
  public ConversationReader(HashKey key) {
    this.hashes = new ContentHashes(key);
    this.keywords = key.words();
  }

  /** Takes the next piece of the body. */
  public void read(byte[] source, int from, int to) {
    bytes += to - from;
    if (bytes <= MAX_BYTES) {
      json.feed(source, from, to);
    }
  }

  /** The conversation, or null if the body has none, or was not seen to its end. */
  public @Nullable Conversation conversation() {
    boolean none = messages == 0 && previousResponse == null;
    if (!json.isComplete() || bytes > MAX_BYTES || none) {
      return null;
    }
    Hash whole = previousResponse == null ? chain : hashes.ofPair(chain, previousResponse);
    return new Conversation(
        whole, List.copyOf(before), messages, previousResponse, List.copyOf(toolUses()));
  }

  private List<Conversation.ToolUse> toolUses() {
    List<Conversation.ToolUse> uses = new ArrayList<>();
    for (Hash id : results) {
      uses.add(new Conversation.ToolUse(id, calls.get(id)));
    }
    return uses;
  }

  @Override
  public void open(boolean object) {
    inside |= !object && open.size() == ROOT && keywords.isConversation(open.getLast().key());
    open.addLast(new Container(object));
  }

  @Override
  public void close() {
    Container closed = open.removeLast();
    boolean was = inside;
    inside &= open.size() > ROOT;
    if (was && inside && counts()) {
      if (closed.isObject()) {
        noteTool(closed);
      }
      value(closed.hash(hashes));
    }
    endIgnored();
  }

  @Override
  public void beginString(boolean key) {
    textIsKey = key;
    text = (inside && counts()) || matters(key) ? hashes.beginText() : null;
  }

  /** Whether a string outside of the messages is of interest. */
  private boolean matters(boolean isKey) {
    return open.size() == ROOT
        && open.getLast().isObject()
        && (isKey
            || keywords.isConversation(open.getLast().key())
            || keywords.isPreviousResponse(open.getLast().key()));
  }

  @Override
  public void text(byte[] utf8, int from, int to) {
    if (text != null) {
      text.add(utf8, from, to);
    }
  }

  @Override
  public void endString() {
    if (text == null) {
      endIgnoredUnlessKey();
      return;
    }
    Hash hash = text.end();
    if (textIsKey) {
      key(hash);
    } else if (inside) {
      value(isPlainContent() ? keywords.asBlocks(hash, hashes) : hash);
      endIgnored();
    } else if (keywords.isPreviousResponse(open.getLast().key())) {
      previousResponse = hash;
    } else if (keywords.isConversation(open.getLast().key())) {
      message(hash);
    }
  }

  @Override
  public void word(byte[] ascii, int length) {
    if (inside && counts()) {
      value(hashes.ofWord(ascii, length));
    }
    endIgnored();
  }

  private void key(Hash hash) {
    open.getLast().key(hash);
    if (inside && keywords.isIgnored(hash)) {
      ignoredFrom = open.size();
    }
  }

  /** Whether what is at hand is part of no member that is passed over. */
  private boolean counts() {
    return ignoredFrom == Integer.MAX_VALUE;
  }

  /** A value ended; if it was the one that is passed over, the next one counts again. */
  private void endIgnored() {
    if (open.size() == ignoredFrom) {
      ignoredFrom = Integer.MAX_VALUE;
    }
  }

  private void endIgnoredUnlessKey() {
    if (!textIsKey) {
      endIgnored();
    }
  }

  private boolean isPlainContent() {
    return open.getLast().isObject() && keywords.isContent(open.getLast().key());
  }

  private void value(Hash hash) {
    if (open.size() == ROOT + 1) {
      message(hash);
    } else {
      open.getLast().add(hash, hashes, keywords);
    }
  }

  private void message(Hash hash) {
    if (messages > 0) {
      before.addFirst(chain);
    }
    if (before.size() > Conversation.MAX_BEFORE) {
      before.removeLast();
    }
    chain = hashes.ofItem(chain, hash);
    messages++;
  }

  private void noteTool(Container object) {
    Hash callId = object.callIdOfResult(keywords);
    if (callId != null) {
      results.addLast(callId);
      if (results.size() > Conversation.MAX_TOOL_USES) {
        results.removeFirst();
      }
    } else if (object.callId() != null) {
      calls.put(object.callId(), object.withoutIds(hashes));
      if (calls.size() > Conversation.MAX_TOOL_USES) {
        calls.remove(calls.keySet().iterator().next());
      }
    }
  }
}
