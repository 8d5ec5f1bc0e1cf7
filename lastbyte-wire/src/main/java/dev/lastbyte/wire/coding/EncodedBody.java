// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.coding;

import dev.lastbyte.wire.http.HeaderFields;
import java.util.ArrayList;
import java.util.List;

/** What the head of a message says of the codings of its body. */
public final class EncodedBody {

  private EncodedBody() {}

  /**
   * The codings in the order in which they were applied: those of the content, then those of the
   * transfer (RFC 9112 §6.1), without what changes nothing and without the chunks.
   */
  public static List<String> codings(HeaderFields fields) {
    boolean none =
        fields.indexOf("content-encoding", 0) < 0 && fields.indexOf("transfer-encoding", 0) < 0;
    if (none) {
      return List.of();
    }
    List<String> codings = new ArrayList<>(1);
    add(codings, fields, "content-encoding");
    add(codings, fields, "transfer-encoding");
    return codings;
  }

  private static void add(List<String> codings, HeaderFields fields, String name) {
    for (int i = fields.indexOf(name, 0); i >= 0; i = fields.indexOf(name, i + 1)) {
      for (String item : fields.value(i).split(",", -1)) {
        String coding = item.strip();
        if (!coding.isEmpty()
            && !coding.equalsIgnoreCase("identity")
            && !coding.equalsIgnoreCase("chunked")) {
          codings.add(coding);
        }
      }
    }
  }
}
