// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.junit;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs once for each scenario, in each dialect and framing that is named here and that
 * the scenario has. It stands in the place of {@code @Test}.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(LlmFaultTestProvider.class)
public @interface LlmFaultTest {
  /** The scenarios, each of which must be met at least once. */
  String[] value();

  /** The protocols. */
  Dialect[] dialects() default {Dialect.OPENAI_CHAT};

  /** How the responses travel; every way that a scenario has where there is none here. */
  Framing[] framings() default {};

  /** Whether the last act waits for {@link LlmServer#release()}, at most 30 seconds. */
  boolean gated() default false;
}
