// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error.vocabulary;

/**
 * Services that number their errors in a field of their own. The numbers of one mean something else
 * with another: 1002 is a rate limit here and a wrong key there.
 */
public enum BusinessCodes {
  /** {@code base_resp.status_code} of MiniMax. */
  MINIMAX,
  /** {@code error_code} of Baidu's first API. */
  BAIDU,
  /** {@code header.code}, or {@code code} beside {@code sid}, of iFlytek's Spark. */
  SPARK;

  /** The key of a number of this service among the words of all of them. */
  String key(String number) {
    return name() + "/" + number;
  }
}
