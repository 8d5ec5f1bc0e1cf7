// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The WebSocket on which OpenAI Responses are requested, followed beside its bytes: each response
 * is a run.
 */
@NullMarked
package dev.lastbyte.gateway.websocket;

import org.jspecify.annotations.NullMarked;
