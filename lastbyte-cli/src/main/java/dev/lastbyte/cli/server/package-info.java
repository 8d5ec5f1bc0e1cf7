// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What the commands that listen share: starting on an address, shutting down, and the installation
 * key.
 */
@NullMarked
package dev.lastbyte.cli.server;

import org.jspecify.annotations.NullMarked;
