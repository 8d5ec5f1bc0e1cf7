// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.privacy.Token;

/** An identifier by which the exchange can be found elsewhere. */
public record CorrelationId(Correlation kind, Token id) {}
