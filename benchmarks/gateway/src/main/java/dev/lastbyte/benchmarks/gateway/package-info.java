// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** What the gateway costs beside other proxies; run with {@code benchmarks/gateway/run}. */
@NullMarked
package dev.lastbyte.benchmarks.gateway;

import org.jspecify.annotations.NullMarked;
