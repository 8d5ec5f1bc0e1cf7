// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The misbehaving provider as an extension of JUnit: a test says what goes wrong, and holds its
 * client against a server that does just that, over real sockets.
 *
 * <pre>{@code
 * @Test
 * @LlmFault("text-rst")
 * void reset_isNoResponse(@BaseUrl URI baseUrl) {
 *   assertThatThrownBy(() -> new MyClient(baseUrl).ask("Which word?"))
 *       .isInstanceOf(AnswerLost.class);
 * }
 *
 * @LlmFaultTest({"text-fin", "text-rst", "text-eof"})
 * void cut_isNotTakenForAResponse(LlmServer server) throws Exception {
 *   assertThatThrownBy(() -> new MyClient(server.baseUrl()).ask("Which word?"))
 *       .isInstanceOf(AnswerLost.class);
 *   assertThat(server.awaitRequests(1)).hasSize(1); // nothing was sent twice
 * }
 * }</pre>
 *
 * <p>The second one runs once in each framing that a scenario has: chunked, with a length,
 * delimited by the end of the connection, in TLS, in HTTP/2. The dialects are those that the
 * annotation names, of themselves Chat Completions alone. A parameter may be
 *
 * <ul>
 *   <li>a {@link java.net.URI} marked {@link dev.lastbyte.harness.junit.BaseUrl}: the base URL for
 *       a client, without {@code /v1};
 *   <li>an {@link dev.lastbyte.harness.junit.LlmServer}: that, the truth about what happens ({@code
 *       key()}), what came in and what was done ({@code ledger()}), and the context that trusts its
 *       certificates.
 * </ul>
 *
 * <p>Every test has a server of its own, closed when the test is over. Where a test fails, its
 * failure carries the ledger as a suppressed exception, so that any report shows the server's side.
 * With {@code gated = true} the server says all that it has to say and waits for {@code release()}
 * before it ends the exchange: a test can look at its client in the middle of a response without
 * waiting for time.
 *
 * <p>It needs {@code junit-jupiter-api} 5.10 or later, the user's own.
 */
@NullMarked
package dev.lastbyte.harness.junit;

import org.jspecify.annotations.NullMarked;
