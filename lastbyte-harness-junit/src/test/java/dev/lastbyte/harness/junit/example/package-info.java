// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** How a user's test looks, outside the package that it uses. Quoted by the documentation. */
@NullMarked
package dev.lastbyte.harness.junit.example;

import org.jspecify.annotations.NullMarked;
