// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * An LLM provider that misbehaves exactly as told, and knows the truth about it. These are the
 * words in which the rest of it speaks.
 *
 * <pre>{@code
 * try (FaultServer server = FaultServer.start()) {
 *   Scenario cut = Scenarios.named("text-rst");
 *   URI baseUrl = server.baseUrl(cut, Framing.CHUNKED);
 *   // … let a client ask below baseUrl, and diagnose what it met …
 *   AnswerKey truth = cut.truth(Dialect.OPENAI_CHAT, Framing.CHUNKED);
 *   AnswerKey atBest = cut.key(Dialect.OPENAI_CHAT, Framing.CHUNKED, Vantage.GATEWAY);
 *   LedgerEntry done = server.awaitRequests(1, Duration.ofSeconds(5)).getFirst();
 * }
 * }</pre>
 *
 * <p>A {@link dev.lastbyte.harness.Scenario} holds what happens; its {@link
 * dev.lastbyte.harness.script.Script} says it step by step for one dialect and framing, its {@link
 * dev.lastbyte.harness.ClientPart} what the client has to do for it, its {@link
 * dev.lastbyte.harness.AnswerKey} what a perfect diagnosis would find, and a {@link
 * dev.lastbyte.harness.LedgerEntry} what came of it this time. A client in another language has the
 * same over HTTP: {@code GET /_harness/scenarios}, {@code GET /_harness/ledger}, {@code POST
 * /_harness/gates/<name>} and {@code POST /_harness/reset}.
 *
 * <pre>
 * text ← script ← the words here ← speech ← scenario ← stage ← http1 ← server
 * </pre>
 */
@NullMarked
package dev.lastbyte.harness;

import org.jspecify.annotations.NullMarked;
