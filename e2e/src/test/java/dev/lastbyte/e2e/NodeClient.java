// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import dev.lastbyte.harness.Dialect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The clients in JavaScript: one process for all that one of them meets. */
enum NodeClient {
  FETCH("fetch", Dialect.OPENAI_CHAT),
  OPENAI("openai", Dialect.OPENAI_CHAT),
  ANTHROPIC("anthropic", Dialect.ANTHROPIC_MESSAGES);

  private final String kind;
  private final Dialect dialect;

  NodeClient(String kind, Dialect dialect) {
    this.kind = kind;
    this.dialect = dialect;
  }

  Dialect dialect() {
    return dialect;
  }

  List<Meeting.Outcome> meet(List<ClientCase> cases) throws Exception {
    List<Meeting> meetings = new ArrayList<>();
    try {
      List<String> jobs = new ArrayList<>(List.of(kind));
      for (ClientCase met : cases) {
        Meeting meeting = Meeting.of(met);
        meetings.add(meeting);
        jobs.add((met.isAskedTwice() ? "2 " : "1 ") + target(meeting));
      }
      return outcomes(meetings, NodePrograms.lines("clients.mjs", jobs));
    } finally {
      for (Meeting meeting : meetings) {
        meeting.close();
      }
    }
  }

  private String target(Meeting meeting) {
    return switch (this) {
      case FETCH -> meeting.url().toString();
      case OPENAI -> meeting.baseUrl() + "/v1";
      case ANTHROPIC -> meeting.baseUrl().toString();
    };
  }

  private static List<Meeting.Outcome> outcomes(List<Meeting> meetings, List<Json> said)
      throws IOException, InterruptedException {
    if (said.size() != meetings.size()) {
      throw new IOException(said.size() + " answers to " + meetings.size() + " questions");
    }
    List<Meeting.Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < meetings.size(); i++) {
      outcomes.add(meetings.get(i).outcome(Words.of(said.get(i))));
    }
    return outcomes;
  }
}
