// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The words by which providers, hosts and relays name an error, and how a word or a phrase is
 * recognised.
 */
@NullMarked
package dev.lastbyte.wire.error.vocabulary;

import org.jspecify.annotations.NullMarked;
