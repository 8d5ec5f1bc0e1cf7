// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** Answers in the words of each dialect: events, whole bodies, errors, headers. */
@NullMarked
package dev.lastbyte.harness.speech;

import org.jspecify.annotations.NullMarked;
