// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.journal;

import java.io.IOException;

/** A file could be made, but not filled: the disk has no room, or its owner may take no more. */
public final class DiskFullException extends IOException {

  private static final long serialVersionUID = 1;

  DiskFullException(IOException why) {
    super(why.getMessage(), why);
  }
}
