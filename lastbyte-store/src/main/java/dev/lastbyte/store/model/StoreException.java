// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.model;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A store cannot be opened or read. The message names the file or folder and what to do. */
public final class StoreException extends IOException {

  private static final long serialVersionUID = 1L;

  public StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
