// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** OpenTelemetry traces (OTLP) that follow the conventions for generative AI. */
@NullMarked
package dev.lastbyte.imports.otlp;

import org.jspecify.annotations.NullMarked;
