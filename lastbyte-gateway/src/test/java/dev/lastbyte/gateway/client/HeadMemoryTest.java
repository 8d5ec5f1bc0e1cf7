// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeadMemoryTest {

  private static final int LARGE = 60_000;

  private final HeadMemory memory = new HeadMemory(1_000_000);

  private void begin(int heads, int bytes) {
    for (int i = 0; i < heads; i++) {
      memory.add(bytes);
    }
  }

  @Test
  void largeHeads_areTakenUpToTheBound_andUsualOnesBeyondIt() {
    begin(16, LARGE);
    assertThat(memory.isTooMuch(LARGE)).isFalse();

    begin(1, LARGE);
    assertThat(memory.isTooMuch(LARGE)).isTrue();
    assertThat(memory.isTooMuch(HeadMemory.USUAL_BYTES)).isFalse();
  }

  @Test
  void headsThatWereLetGo_makeRoomForOthers() {
    begin(20, LARGE);
    begin(4, -LARGE);
    assertThat(memory.isTooMuch(LARGE)).isFalse();
  }
}
