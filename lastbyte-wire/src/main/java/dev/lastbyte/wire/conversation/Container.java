// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.conversation;

import org.jspecify.annotations.Nullable;

/** An object or an array while it is read. */
final class Container {

  private final boolean object;
  private Hash sum = Hash.NONE;
  private Hash key = Hash.NONE;
  private Hash ids = Hash.NONE;
  private @Nullable Hash type;
  private @Nullable Hash callId;
  private @Nullable Hash resultId;

  Container(boolean object) {
    this.object = object;
  }

  boolean isObject() {
    return object;
  }

  /** The key whose value comes next. */
  Hash key() {
    return key;
  }

  void key(Hash next) {
    key = next;
  }

  /** Takes the next value: an item, or what belongs to the key. */
  void add(Hash value, ContentHashes hashes, KnownWords keywords) {
    if (!object) {
      sum = hashes.ofItem(sum, value);
      return;
    }
    Hash member = hashes.ofMember(key, value);
    sum = sum.plus(member);
    if (keywords.isType(key)) {
      type = value;
    } else if (keywords.isResultId(key)) {
      resultId = value;
    } else if (keywords.isCallId(key)) {
      ids = ids.plus(member);
      callId = callId == null || keywords.isStrongCallId(key) ? value : callId;
    }
  }

  Hash hash(ContentHashes hashes) {
    return object ? hashes.ofObject(sum) : sum;
  }

  /** The id of the call whose result this is, or null if it is no result. */
  @Nullable Hash callIdOfResult(KnownWords keywords) {
    if (resultId != null) {
      return resultId;
    }
    return type != null && keywords.isResultType(type) ? callId : null;
  }

  /** The id of the call that this may be, or null. */
  @Nullable Hash callId() {
    return callId;
  }

  /** What it is apart from its ids. */
  Hash withoutIds(ContentHashes hashes) {
    return hashes.ofObject(sum.minus(ids));
  }
}
