// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** A retry policy as a file, read strictly: a misspelt key must not become a default. */
@NullMarked
package dev.lastbyte.report.policy;

import org.jspecify.annotations.NullMarked;
