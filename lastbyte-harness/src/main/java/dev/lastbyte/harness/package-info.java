// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * An LLM provider that misbehaves exactly as told, and knows the truth about it.
 *
 * <pre>{@code
 * try (FaultServer server = FaultServer.start()) {
 *   Scenario cut = Scenarios.named("text-rst");
 *   URI baseUrl = server.baseUrl(cut, Framing.CHUNKED);
 *   // … let a client ask below baseUrl, and diagnose what it met …
 *   AnswerKey truth = cut.key(Dialect.OPENAI_CHAT, Framing.CHUNKED, AnswerKey.GATEWAY);
 *   LedgerEntry done = server.awaitRequests(1, Duration.ofSeconds(5)).getFirst();
 * }
 * }</pre>
 *
 * <p>A {@link dev.lastbyte.harness.Scenario} holds what happens; its {@link
 * dev.lastbyte.harness.Script} says it byte by byte for one dialect and framing, its {@link
 * dev.lastbyte.harness.AnswerKey} says what a perfect diagnosis would find, and a {@link
 * dev.lastbyte.harness.LedgerEntry} says what came of it this time. A client in another language
 * has the same over HTTP: {@code GET /_harness/scenarios}, {@code GET /_harness/ledger} and {@code
 * POST /_harness/gates/<name>}.
 */
@NullMarked
package dev.lastbyte.harness;

import org.jspecify.annotations.NullMarked;
