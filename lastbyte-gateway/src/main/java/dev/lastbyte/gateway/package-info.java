// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** The recording reverse proxy. */
@NullMarked
package dev.lastbyte.gateway;

import org.jspecify.annotations.NullMarked;
