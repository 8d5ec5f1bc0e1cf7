// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.text;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The standard output of this process, which remembers what kept it from being written: a print
 * stream does not say. A command whose output went nowhere has not done what it was asked. For one
 * thread at a time.
 */
public final class StandardOutput extends FilterOutputStream {

  private @Nullable IOException failure;

  public StandardOutput() {
    super(new FileOutputStream(FileDescriptor.out));
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      failure = failure == null ? e : failure;
      throw e;
    }
  }

  /**
   * Why some of the output is missing; null if none is, or if its reader went away, which is its
   * own decision.
   */
  public @Nullable String failure() {
    String why = failure == null ? null : String.valueOf(failure.getMessage());
    return why == null || why.toLowerCase(Locale.ROOT).contains("broken pipe") ? null : why;
  }
}
