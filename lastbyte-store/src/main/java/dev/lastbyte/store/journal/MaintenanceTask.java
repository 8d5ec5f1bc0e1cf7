// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.journal;

import java.util.List;

/** What {@link SegmentPreparer} is to do next. */
public sealed interface MaintenanceTask {

  /** Let go of what these segments do not need. */
  record Seal(List<OpenSegment> segments) implements MaintenanceTask {}

  /** Make the next segment, of so many bytes. */
  record Prepare(int bytes) implements MaintenanceTask {}

  /** Look whether the folder is still there. */
  record Check() implements MaintenanceTask {}

  /** Nothing any more. */
  record End() implements MaintenanceTask {}
}
