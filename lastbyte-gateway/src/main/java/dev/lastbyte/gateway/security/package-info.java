// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * TLS on both sides, the access token, and the names under which the admin endpoint may be called.
 */
@NullMarked
package dev.lastbyte.gateway.security;

import org.jspecify.annotations.NullMarked;
