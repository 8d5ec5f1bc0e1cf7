// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No token holds a secret of the request at hand, whatever form it came back in. */
class RequestSecretsTest {

  /** Of no known shape: only that the request bore it tells what it is. */
  private static final String KEY = "Qw7" + "Kz2Lm9" + "Xp4Rt6Vb1" + "Nc8Hd3Jf5" + "Gs0Aq";

  private static RequestSecrets ofField(String name, String value) {
    var collector = new SecretCollector();
    collector.addField(name, value);
    return collector.secrets();
  }

  private static RequestSecrets ofTarget(String target) {
    var collector = new SecretCollector();
    collector.addTarget(target);
    return collector.secrets();
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  private static boolean occurs(RequestSecrets secrets, String token) {
    return secrets.occurIn(new Token(token));
  }

  @ParameterizedTest
  @CsvSource({
    "authorization, Bearer KEY",
    "authorization, KEY",
    "authorization, token=\"KEY\"",
    "proxy-authorization, Bearer KEY",
    "x-api-key, KEY",
    "api-key, KEY",
    "x-goog-api-key, KEY",
    "ocp-apim-subscription-key, KEY",
    "x-amz-security-token, KEY",
    "cf-aig-authorization, Bearer KEY",
    "cf-access-client-secret, KEY",
    "helicone-auth, Bearer KEY",
    "x-portkey-api-key, KEY",
    "x-lastbyte-token, KEY",
    "x-lastbyte-run-key, KEY",
    "x-auth, KEY",
    "x-acme-apikey, KEY",
    "x-acme, Bearer KEY",
    "cookie, theme=dark; session=KEY; seen=1",
    "cookie, session=a%3DKEY",
    "sec-websocket-protocol, 'realtime, openai-insecure-api-key.KEY, openai-beta.realtime-v1'",
    "sec-websocket-protocol, 'bearer, KEY'"
  })
  void keyInAField_isFound(String name, String value) {
    RequestSecrets secrets = ofField(name, value.replace("KEY", KEY));
    assertThat(occurs(secrets, KEY)).isTrue();
    assertThat(occurs(secrets, "req_" + KEY + "-1")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/models?key=KEY",
        "/v1/models?alt=sse&api_key=KEY&x=1",
        "/v1/models?access_token=KEY",
        "/v1/models?apiKey=KEY",
        "/v1/models?X-Amz-Security-Token=KEY",
        "/v1/models?%6Bey=KEY",
        "/v1/models?sig=KEY%3D"
      })
  void keyInAQuery_isFound(String target) {
    assertThat(occurs(ofTarget(target.replace("KEY", KEY)), "req-" + KEY)).isTrue();
  }

  @Test
  void passwordOfBasic_andTokenOfASubprotocol_areFoundDecoded() {
    assertThat(occurs(ofField("authorization", "Basic " + base64("ann:" + KEY)), KEY)).isTrue();
    assertThat(
            occurs(
                ofField(
                    "sec-websocket-protocol",
                    "base64url.bearer.authorization.k8s.io." + base64(KEY)),
                KEY))
        .isTrue();
  }

  @Test
  void keyInAnotherForm_isFound() {
    RequestSecrets secrets = ofField("x-api-key", KEY);
    assertThat(
            new String[] {
              KEY.toLowerCase(Locale.ROOT),
              KEY.toUpperCase(Locale.ROOT),
              KEY.substring(0, 16),
              KEY.substring(8, 24),
              KEY.substring(KEY.length() - 12),
              "err." + KEY.substring(3, 20) + ".x",
              base64(KEY),
              base64("Bearer " + KEY),
              base64("a" + KEY),
              base64("ab" + KEY),
              base64(KEY).substring(3),
              base64(KEY).substring(0, 20),
              "req-" + base64(KEY),
              HexFormat.of().formatHex(KEY.getBytes(UTF_8)),
              HexFormat.of().withUpperCase().formatHex(KEY.getBytes(UTF_8)).substring(1)
            })
        .allSatisfy(form -> assertThat(occurs(secrets, form)).as(form).isTrue());
  }

  @Test
  void otherIdentifiers_areKept() {
    var collector = new SecretCollector();
    collector.addField("authorization", "Bearer " + KEY);
    collector.addField("cookie", "_ga=GA1.2.1234567890.1764590000; lang=en");
    collector.addField("x-session-id", "turn-2026-12-01-abcdef");
    collector.addField(
        "idempotency-key", "stainless-node-retry-550e8400-e29b-41d4-a716-446655440000");
    collector.addField("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ==");
    collector.addField("sec-websocket-protocol", "realtime, openai-beta.realtime-v1");
    collector.addField("user-agent", "openai-node/5.1.0");
    collector.addTarget("/v1/chat/completions?api-version=2024-10-21");
    RequestSecrets secrets = collector.secrets();
    assertThat(BenignNames.ALL).allSatisfy(id -> assertThat(occurs(secrets, id)).as(id).isFalse());
    assertThat(occurs(secrets, "turn-2026-12-01-abcdef")).isFalse();
    assertThat(occurs(secrets, "550e8400-e29b-41d4-a716-446655440000")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ollama", "EMPTY", "not-needed", "lm-studio", "none", "anthropic", "x1"})
  void placeholderOfAKey_isNoSecret(String placeholder) {
    RequestSecrets secrets = ofField("authorization", "Bearer " + placeholder);
    assertThat(secrets.isEmpty()).isTrue();
    assertThat(occurs(secrets, placeholder + "/some-model")).isFalse();
  }

  @Test
  void shortKey_isFoundWhole_butNoPartOfIt() {
    RequestSecrets secrets = ofField("x-api-key", "hunter22");
    assertThat(occurs(secrets, "req-hunter22-1")).isTrue();
    assertThat(occurs(secrets, "req-hunter2-1")).isFalse();
  }

  @Test
  void afterTheExchange_nothingIsKnown() {
    RequestSecrets secrets = ofField("x-api-key", KEY);
    secrets.forget();
    assertThat(secrets.isEmpty()).isTrue();
    assertThat(occurs(secrets, KEY)).isFalse();
    assertThat(secrets).hasToString("no secrets");
  }

  @Test
  void printed_itShowsNoSecret() {
    assertThat(ofField("x-api-key", KEY)).hasToString("secrets");
  }
}
