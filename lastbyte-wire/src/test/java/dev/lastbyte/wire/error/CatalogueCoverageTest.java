// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.rule.ErrorMeaning;
import dev.lastbyte.core.event.ErrorLink;
import dev.lastbyte.core.event.KnownPhrase;
import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.core.hint.Catalogue;
import dev.lastbyte.core.hint.Fingerprint;
import dev.lastbyte.core.hint.Fingerprint.Mark;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.wire.error.vocabulary.AnthropicErrors;
import dev.lastbyte.wire.error.vocabulary.BedrockErrors;
import dev.lastbyte.wire.error.vocabulary.ChineseErrors;
import dev.lastbyte.wire.error.vocabulary.EnumeratedErrors;
import dev.lastbyte.wire.error.vocabulary.ErrorFamily;
import dev.lastbyte.wire.error.vocabulary.GeminiErrors;
import dev.lastbyte.wire.error.vocabulary.HostedErrors;
import dev.lastbyte.wire.error.vocabulary.LocalServerErrors;
import dev.lastbyte.wire.error.vocabulary.OpenAiErrors;
import dev.lastbyte.wire.error.vocabulary.Phrase;
import dev.lastbyte.wire.error.vocabulary.RelayErrors;
import dev.lastbyte.wire.error.vocabulary.RouterErrors;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What is read from a provider's response on the wire is recognised in a client's error text too,
 * and means the same there: a client prints what it got.
 */
class CatalogueCoverageTest {

  private static final List<ErrorFamily> FAMILIES =
      List.of(
          OpenAiErrors.FAMILY,
          AnthropicErrors.FAMILY,
          GeminiErrors.FAMILY,
          BedrockErrors.FAMILY,
          RouterErrors.FAMILY,
          LocalServerErrors.FAMILY);

  /** The longer enumerations, among whose words are English ones too. */
  private static final List<ErrorFamily> LONGER =
      List.of(
          EnumeratedErrors.FAMILY, RelayErrors.FAMILY, ChineseErrors.FAMILY, HostedErrors.FAMILY);

  /** A code that no one would write who does not mean it: English has no such word. */
  private static boolean isCoined(String word) {
    String within = word.substring(1);
    return word.indexOf('_') >= 0
        || within.chars().anyMatch(Character::isUpperCase)
            && within.chars().anyMatch(Character::isLowerCase);
  }

  /** HTTP/2 has an INTERNAL_ERROR too, and a cancelling side may be anyone's in a client's text. */
  private static boolean isUnambiguous(Map.Entry<String, ProviderFailure> word) {
    return !word.getKey().equals("internal_error") && word.getValue() != ProviderFailure.CANCELLED;
  }

  @Test
  void coinedWordsOfTheLongerEnumerations_areInTheCatalogue_andMeanTheSame() {
    assertThat(LONGER)
        .flatExtracting(family -> List.copyOf(family.words().entrySet()))
        .filteredOn(word -> isCoined(word.getKey()) && isUnambiguous(word))
        .isNotEmpty()
        .allSatisfy(word -> {
          ErrorLink link = link(word.getKey());
          assertThat(link).as(word.getKey()).isNotNull();
          assertSame(word, link);
        });
  }

  @Test
  void everyWord_isInTheCatalogue_andMeansTheSame() {
    assertThat(FAMILIES)
        .flatExtracting(family -> List.copyOf(family.words().entrySet()))
        .allSatisfy(word -> {
          ErrorLink link = link(word.getKey());
          assertThat(link).as(word.getKey()).isNotNull();
          assertSame(word, link);
        });
  }

  @Test
  void everyPhrase_isInTheCatalogue_andMeansTheSame() {
    assertThat(Stream.concat(FAMILIES.stream(), LONGER.stream()))
        .flatExtracting(ErrorFamily::phrases)
        .allSatisfy(phrase -> {
          String text = text(phrase);
          assertSame(Map.entry(text, phrase.meaning()), spoken(text));
        });
  }

  /** A phrase of one coined word is a code. */
  private static ErrorLink spoken(String text) {
    ErrorLink code = link(text);
    if (code != null) {
      return code;
    }
    KnownPhrase known = KnownPhrase.in(text);
    assertThat(known).as(text).isNotEqualTo(KnownPhrase.NONE);
    return new ErrorLink(null, null, known);
  }

  private static void assertSame(Map.Entry<String, ProviderFailure> word, ErrorLink link) {
    ErrorMeaning meaning = ErrorMeaning.of(List.of(link));
    List<Cause> possible =
        Stream.concat(Stream.of(meaning.cause()), meaning.candidates().stream()).toList();
    assertThat(possible).as(word.getKey()).containsAnyElementsOf(causes(word.getValue()));
  }

  private static @Nullable ErrorLink link(String word) {
    Fingerprint code = Catalogue.ofCode(word);
    if (code == null) {
      code = Catalogue.ofCode(word.toUpperCase(Locale.ROOT));
    }
    if (code != null && code.mark() instanceof Mark.Code mark) {
      return new ErrorLink(null, new Token(mark.code()), KnownPhrase.NONE);
    }
    return Catalogue.all().stream()
        .map(Fingerprint::mark)
        .filter(mark -> mark instanceof Mark.Type type && type.name().equalsIgnoreCase(word))
        .map(mark -> new ErrorLink(new Token(((Mark.Type) mark).name()), null, KnownPhrase.NONE))
        .findFirst()
        .orElse(null);
  }

  /** A phrase does not keep its text; what leads it to its end is its text. */
  private static String text(Phrase<?> phrase) {
    var bytes = new ByteArrayOutputStream();
    long state = 0;
    while (!phrase.isIn(state)) {
      long before = state;
      int place = bytes.size();
      int next =
          IntStream.range(0, 256)
              .filter(b -> (phrase.after(before, (byte) b) & 1L << place) != 0)
              .filter(b -> b < 'A' || b > 'Z')
              .findFirst()
              .orElseThrow();
      bytes.write(next);
      state = phrase.after(before, (byte) next);
    }
    return unescaped(bytes.toString(UTF_8));
  }

  /** The text behind JSON's escapes, which a client has undone. */
  private static String unescaped(String text) {
    return Pattern.compile("\\\\u([0-9a-f]{4})")
        .matcher(text)
        .replaceAll(escape -> Character.toString(Integer.parseInt(escape.group(1), 16)));
  }

  private static List<Cause> causes(ProviderFailure failure) {
    return switch (failure) {
      case AUTH -> List.of(Cause.PROVIDER_AUTH);
      case CREDENTIAL_EXPIRED -> List.of(Cause.PROVIDER_CREDENTIAL_EXPIRED);
      case FORBIDDEN -> List.of(Cause.PROVIDER_FORBIDDEN);
      case NOT_FOUND -> List.of(Cause.PROVIDER_NOT_FOUND);
      case INVALID_REQUEST -> List.of(Cause.PROVIDER_INVALID_REQUEST);
      case CONTEXT_OVERFLOW -> List.of(Cause.PROVIDER_CONTEXT_OVERFLOW);
      case TOO_LARGE -> List.of(Cause.PROVIDER_TOO_LARGE);
      case RATE_LIMITED -> List.of(Cause.PROVIDER_RATE_LIMITED);
      case QUOTA -> List.of(Cause.PROVIDER_QUOTA);
      case PLAN_WINDOW -> List.of(Cause.PROVIDER_PLAN_WINDOW);
      case BILLING -> List.of(Cause.PROVIDER_BILLING);
      case OVERLOADED -> List.of(Cause.PROVIDER_OVERLOADED);
      case SERVER_ERROR -> List.of(Cause.PROVIDER_SERVER_ERROR, Cause.PROVIDER_IN_STREAM_ERROR);
      case BAD_GATEWAY -> List.of(Cause.PROVIDER_BAD_GATEWAY);
      case GATEWAY_TIMEOUT, REQUEST_TIMEOUT -> List.of(Cause.PROVIDER_GATEWAY_TIMEOUT);
      case CONFLICT -> List.of(Cause.PROVIDER_CONFLICT);
      case CONNECTION_LIMIT -> List.of(Cause.PROVIDER_IN_STREAM_ERROR, Cause.CONN_GOAWAY);
      case CANCELLED -> List.of(Cause.PROVIDER_CANCELLED);
      case STATE_LOST -> List.of(Cause.PROVIDER_STATE_LOST);
      case CONTENT_FILTER -> List.of(Cause.POLICY_CONTENT_FILTER);
      case REFUSAL -> List.of(Cause.POLICY_REFUSAL);
      case OTHER -> List.of(Cause.PROVIDER_IN_STREAM_ERROR);
    };
  }
}
