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
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test a provider that misbehaves in one way. It stands beside {@code @Test}, or on an
 * annotation of the user's own.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LlmServerExtension.class)
public @interface LlmFault {
  /** The scenario, such as {@code text-rst}. */
  String value();

  /** The protocol that {@link LlmServer#url()} and {@link LlmServer#key()} are about. */
  Dialect dialect() default Dialect.OPENAI_CHAT;

  /** How the response travels; it must be a framing that the scenario has. */
  Framing framing() default Framing.CHUNKED;

  /** Whether the last act waits for {@link LlmServer#release()}, at most 30 seconds. */
  boolean gated() default false;
}
