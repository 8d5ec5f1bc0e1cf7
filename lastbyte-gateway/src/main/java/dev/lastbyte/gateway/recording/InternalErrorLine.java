// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.recording;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How a fault of the gateway itself is reported, so that it can be found, and no traffic shows. */
final class InternalErrorLine {

  private static final int PLACES = 4;

  private InternalErrorLine() {}

  /** One line: the type and where it came from. A message could quote what was being read. */
  static String line(Throwable fault) {
    String places =
        Arrays.stream(fault.getStackTrace())
            .limit(PLACES)
            .map(place ->
                place.getClassName() + "." + place.getMethodName() + ":" + place.getLineNumber())
            .collect(Collectors.joining(" < "));
    return "a fault of lastbyte itself, please report it: "
        + fault.getClass().getName()
        + " at "
        + places;
  }
}
