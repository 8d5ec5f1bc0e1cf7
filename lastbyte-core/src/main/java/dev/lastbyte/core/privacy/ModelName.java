// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.privacy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The name of a model where a path or an ARN holds it. Judged as a whole before any part is kept.
 */
public final class ModelName {

  private static final int MAX_DECODINGS = 3;
  private static final List<String> BEFORE_A_MODEL = List.of("/models/", "/model/");

  private ModelName() {}

  /**
   * The model's own name, or null if the value holds more that may not be kept than one segment too
   * many: a URL, a file's path, a secret. What stands before the name in an ARN names an account.
   *
   * @param path a path's part that ends in the model, as it was sent
   */
  public static @Nullable Token inPath(String path) {
    String plain = decoded(path);
    String id = plain;
    for (String before : BEFORE_A_MODEL) {
      int at = plain.indexOf(before);
      if (at >= 0) {
        id = plain.substring(at + before.length());
        break;
      }
    }
    String name = id.substring(id.lastIndexOf('/') + 1);
    boolean arn = id.startsWith("arn:");
    boolean keeps = arn ? id.indexOf("//") < 0 : Token.orNull(withoutSlash(id)) != null;
    return keeps ? Token.orNull(name) : null;
  }

  private static String withoutSlash(String id) {
    return id.startsWith("/") ? id.substring(1) : id;
  }

  private static String decoded(String path) {
    String text = path;
    for (int i = 0; i < MAX_DECODINGS && text.indexOf('%') >= 0; i++) {
      text =
          text.replaceAll("(?i)%25", "%")
              .replaceAll("(?i)%3a", ":")
              .replaceAll("(?i)%2f", "/")
              .replaceAll("(?i)%40", "@")
              .replaceAll("(?i)%2e", ".");
    }
    return text;
  }
}
