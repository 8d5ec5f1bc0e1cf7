// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What a writer has to say of its own trouble, left for the next reader, which may be another
 * process and come when the writer has ended. One line; read once, and then deleted.
 */
public final class TroubleFile {

  private static final int MAX_BYTES = 2048;

  private final StoreLayout layout;

  public TroubleFile(StoreLayout layout) {
    this.layout = layout;
  }

  /**
   * Leaves a line in the place of the one before.
   *
   * @throws IOException if there is no room for it, or no folder
   */
  void write(String line) throws IOException {
    Path fresh = layout.trouble().resolveSibling(layout.trouble().getFileName() + ".new");
    Files.deleteIfExists(fresh);
    try (FileChannel file = PrivateFiles.openNew(fresh)) {
      file.write(ByteBuffer.wrap(line.getBytes(US_ASCII)));
    }
    Files.move(fresh, layout.trouble(), StandardCopyOption.REPLACE_EXISTING);
  }

  /** The line, which is then gone, or none. A reader that may not delete sees it again. */
  public List<String> take() {
    try (InputStream file = Files.newInputStream(layout.trouble())) {
      String line = printable(new String(file.readNBytes(MAX_BYTES), US_ASCII));
      deleteIfPossible();
      return line.isEmpty()
          ? List.of()
          : List.of("the gateway that recorded here reported: " + line);
    } catch (IOException e) {
      return List.of(); // nothing was left
    }
  }

  private void deleteIfPossible() {
    try {
      Files.deleteIfExists(layout.trouble());
    } catch (IOException e) {
      // It is told again.
    }
  }

  /** It comes from a file that any program may have written. */
  private static String printable(String text) {
    return text.replaceAll("[^ -~]", "?").strip();
  }
}
