// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The walk over the characters against the same shapes as regular expressions. */
@Timeout(300)
class ShapesTest {

  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)(.*[:/@+])?"
              + anyOf(KeyPrefixes.SURE)
              + ".*|.*[._-]"
              + anyOf(KeyPrefixes.SURE)
              + "(?=[a-z0-9_-]{12})[a-z_-]*[0-9].*|(.*[:/@+._-])?"
              + anyOf(KeyPrefixes.WITH_A_LONG_REST)
              + "(?=[a-z0-9_]{16})[a-z_]*[0-9].*");

  private static final Pattern PATH =
      Pattern.compile(
          "(?i)(\\.?/|[a-z]:/).*|.*(\\.\\.|//).*|(.*/){5}.*"
              + "|(.*/)?(home|users|root|etc|var|tmp|mnt|opt|private|workspace)/.*");

  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");

  /** What the shapes are made of, whole and broken, so that random pieces come near to them. */
  private static final List<String> PIECES =
      List.of(
          "sk-",
          "sk",
          "SK_",
          "pk_",
          "rk_",
          "ghp_",
          "gho_",
          "ghu_",
          "ghs_",
          "ghr_",
          "gh",
          "_",
          "github_pat_",
          "github_",
          "xox",
          "Xo",
          "AKIA",
          "asia",
          "AIza",
          "ya29.",
          "ya29",
          "hf_",
          "glpat-",
          "gsk_",
          "xai-",
          "npm_",
          "eyJ",
          "ey",
          "Bearer",
          "basic:",
          "basic",
          "home",
          "Users",
          "root",
          "etc",
          "var",
          "tmp",
          "mnt",
          "opt",
          "private",
          "workspace",
          "homes",
          "C",
          "..",
          ".",
          "/",
          "//",
          ":",
          ":/",
          "@",
          "+",
          "-",
          "a",
          "Z",
          "7",
          "ann",
          "co",
          "example.com",
          "x1",
          "gpt-5.5",
          "hvs.",
          "r8_",
          "SG.",
          "Zm9vYmFyMTIzNDU2",
          "0123456789ab",
          "claude");

  private static String anyOf(List<String> prefixes) {
    return prefixes.stream().map(Pattern::quote).collect(Collectors.joining("|", "(", ")"));
  }

  static final List<Long> seeds = LongStream.range(0, 20).boxed().toList();

  private static @Nullable String defined(String value) {
    if (SECRET.matcher(value).matches()) {
      return "it is shaped like a secret";
    }
    if (PATH.matcher(value).matches()) {
      return "it is shaped like a path or a URL";
    }
    return EMAIL.matcher(value).matches() ? "it is shaped like an e-mail address" : null;
  }

  /** What a token says of it, which tells beforehand how much of a walk it takes. */
  private static @Nullable String refusalOf(String value) {
    try {
      var unused = new Token(value);
      return null;
    } catch (IllegalArgumentException refused) {
      return refused.getMessage().replace("not a token: ", "");
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @FieldSource("seeds")
  void shapesMatchTheirRegularExpressions(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      var value = new StringBuilder();
      for (int pieces = random.nextInt(1, 8); pieces > 0; pieces--) {
        value.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      assertThat(refusalOf(value.toString())).as("%s", value).isEqualTo(defined(value.toString()));
    }
  }

  @Test
  void aSecretBehindAHarmlessWordThatHoldsItsBeginning_isFound() {
    assertThat(refusalOf("task-sk-1/sk-abcdef")).isEqualTo("it is shaped like a secret");
  }
}
