// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** Amazon Bedrock's runtime: Converse and InvokeModel, as documents and as binary frames. */
@NullMarked
package dev.lastbyte.wire.dialect.bedrock;

import org.jspecify.annotations.NullMarked;
