// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import dev.lastbyte.wire.http.PayloadSink;
import dev.lastbyte.wire.http.ResponseHead;
import org.jspecify.annotations.Nullable;

/** Decides who follows a connection that changed its protocol (RFC 9110 §7.8). */
@FunctionalInterface
public interface UpgradeHandlers {

  /**
   * The provider accepted the change.
   *
   * @param head its response, with status 101
   * @return is handed all that the provider sends from now on; null if it is not followed
   */
  @Nullable PayloadSink accepted(ResponseHead head);

  /** Follows nothing. */
  static UpgradeHandlers none() {
    return head -> null;
  }
}
