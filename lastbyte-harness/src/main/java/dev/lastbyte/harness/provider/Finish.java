// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.provider;

/** Why a response says that it is over; each dialect has its own words for it. */
public enum Finish {
  /** It is all said. */
  STOP,
  /** The limit of tokens was reached. */
  LENGTH,
  /** Tools are to be called. */
  TOOLS,
  /** A filter on content. */
  CONTENT_FILTER,
  /** A word that no dialect has. */
  OTHER
}
