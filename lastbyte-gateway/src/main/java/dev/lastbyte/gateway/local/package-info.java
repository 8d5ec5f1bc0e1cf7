// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** Responses that the gateway gives itself, in the place of a provider. */
@NullMarked
package dev.lastbyte.gateway.local;

import org.jspecify.annotations.NullMarked;
