// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.hint;

import dev.lastbyte.core.event.ErrorLink;
import dev.lastbyte.core.event.KnownPhrase;
import dev.lastbyte.core.hint.Fingerprint.Mark;
import dev.lastbyte.core.privacy.Token;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All fingerprints, by their marks. */
public final class Catalogue {

  private static final List<Fingerprint> ALL =
      Stream.of(
              JvmFingerprints.ALL,
              JavaScriptFingerprints.ALL,
              BrowserFingerprints.ALL,
              AgentFingerprints.ALL,
              RustFingerprints.ALL,
              PythonFingerprints.ALL,
              NativeFingerprints.ALL,
              DotNetFingerprints.ALL,
              AppleFingerprints.ALL,
              SystemFingerprints.ALL,
              IntermediaryFingerprints.ALL,
              EngineFingerprints.ALL,
              ProviderFingerprints.ALL,
              ServiceFingerprints.ALL,
              ServicePhrases.ALL)
          .flatMap(List::stream)
          .toList();

  // Throws at start if two families claim one mark: no text may mean two things.
  private static final Map<Mark, Fingerprint> BY_MARK =
      ALL.stream().collect(Collectors.toMap(Fingerprint::mark, Function.identity()));

  private static final Map<String, Fingerprint> BY_LOWER_CODE =
      ALL.stream()
          .filter(entry -> entry.mark() instanceof Mark.Code code && isCoined(code.code()))
          .collect(
              Collectors.toMap(Catalogue::lowerCode, Function.identity(), (one, other) -> one));

  private Catalogue() {}

  /** Every entry. */
  public static List<Fingerprint> all() {
    return ALL;
  }

  /** What a mark is known for, or null if it is not in the catalogue. */
  public static @Nullable Fingerprint of(Mark mark) {
    return BY_MARK.get(mark);
  }

  /**
   * What a code is known for, or null. Services do not agree on its case: it matters only where the
   * word is an English one as well.
   */
  public static @Nullable Fingerprint ofCode(String code) {
    Fingerprint exact = of(new Mark.Code(code));
    return exact != null ? exact : BY_LOWER_CODE.get(code.toLowerCase(Locale.ROOT));
  }

  /** What one level of an error is known for: its type, its phrase, its code, in that order. */
  public static List<Fingerprint> of(ErrorLink link) {
    // Bun calls every connection that ends too early a reset one, also those that ended in order.
    boolean coined = link.phrase() == KnownPhrase.SOCKET_CLOSED_UNEXPECTEDLY;
    Fingerprint code = coined ? null : codeOf(link.code());
    return Stream.of(typeOf(link.type()), phraseOf(link.phrase()), code)
        .filter(Objects::nonNull)
        .toList();
  }

  /**
   * The name of a type without what qualifies it: packages, modules, enclosing types.
   *
   * @param type such as {@code okhttp3.internal.http2.StreamResetException}
   */
  public static String simpleName(String type) {
    int last = Math.max(type.lastIndexOf('.'), type.lastIndexOf(':'));
    return type.substring(last + 1);
  }

  private static @Nullable Fingerprint typeOf(@Nullable Token type) {
    return type == null ? null : of(new Mark.Type(simpleName(type.value())));
  }

  private static @Nullable Fingerprint codeOf(@Nullable Token code) {
    return code == null ? null : ofCode(code.value());
  }

  private static String lowerCode(Fingerprint entry) {
    return entry.mark() instanceof Mark.Code code ? code.code().toLowerCase(Locale.ROOT) : "";
  }

  /** Whether no sentence holds the word: it has an underscore, or a capital within. */
  private static boolean isCoined(String code) {
    String within = code.substring(1);
    boolean mixed =
        within.chars().anyMatch(Character::isUpperCase)
            && within.chars().anyMatch(Character::isLowerCase);
    return code.indexOf('_') >= 0 || mixed;
  }

  private static @Nullable Fingerprint phraseOf(KnownPhrase phrase) {
    return of(new Mark.Phrase(phrase));
  }
}
