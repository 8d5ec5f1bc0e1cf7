// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** Content codings (RFC 9110 §8.4), undone beside the bytes as they pass, for the reader only. */
@NullMarked
package dev.lastbyte.wire.coding;

import org.jspecify.annotations.NullMarked;
