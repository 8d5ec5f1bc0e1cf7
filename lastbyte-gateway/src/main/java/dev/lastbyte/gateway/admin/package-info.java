// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What the gateway serves itself below {@code /_lastbyte}: health, and the events that an
 * application reports.
 */
@NullMarked
package dev.lastbyte.gateway.admin;

import org.jspecify.annotations.NullMarked;
