// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Which requests belong together: retries, repeats, steps of a conversation, and the ids that
 * callers give. Knows hashes and ids, never content.
 */
@NullMarked
package dev.lastbyte.gateway.correlation;

import org.jspecify.annotations.NullMarked;
