// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import java.io.IOException;

/** A file could be made, but not filled: the disk has no room, or its owner may take no more. */
final class NoRoomException extends IOException {

  private static final long serialVersionUID = 1;

  NoRoomException(IOException why) {
    super(why.getMessage(), why);
  }
}
