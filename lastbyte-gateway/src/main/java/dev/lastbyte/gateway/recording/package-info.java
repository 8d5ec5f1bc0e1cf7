// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** Runs while they go on: begun, recorded, checkpointed, ended and handed to the store. */
@NullMarked
package dev.lastbyte.gateway.recording;

import org.jspecify.annotations.NullMarked;
