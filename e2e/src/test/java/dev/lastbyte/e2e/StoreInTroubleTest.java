// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens to the database is nothing that the traffic feels. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class StoreInTroubleTest {

  private static final Duration FELT = Duration.ofSeconds(2);

  private final List<String> asked = new ArrayList<>();

  @TempDir private Path data;

  private Path database() {
    return data.resolve("lastbyte.db");
  }

  @Test
  void overwrittenWithGarbage_nothingIsHeldUp_andRecordingGoesOn() throws Exception {
    try (var provider = NotingProvider.start();
        var gateway = Recorder.recordingInto(data, provider.url());
        Socket client = Agent.connect(gateway.address())) {
      ask(client, 600);
      gateway.gateway().stop();
    }
    asked.clear();
    try (var provider = NotingProvider.start();
        var gateway = Recorder.recordingInto(data, provider.url());
        Socket client = Agent.connect(gateway.address())) {
      ask(client, 20);
      overwrite();
      ask(client, 600);
      System.out.println(Files.list(data).toList());
      System.out.println("ERR "+gateway.gateway().stop().err());
      System.out.println(Files.list(data).toList());
    }
    try (var provider = NotingProvider.start();
        var next = Recorder.recordingInto(data, provider.url());
        Socket client = Agent.connect(next.address())) {
      ask(client, 20);
      System.out.println("ERR "+next.gateway().stop().err());
      System.out.println(StoredRun.allIn(data).size());
    }
  }

  private void overwrite() throws Exception {
    byte[] garbage = new byte[(int) Files.size(database())];
    new Random(1).nextBytes(garbage);
    try (var file = new RandomAccessFile(database().toFile(), "rw")) {
      file.write(garbage);
    }
  }

  private String complaintWhileAsking(Recorder gateway, Socket client) throws Exception {
    return gateway.gateway().complaint();
  }

  /** Each is answered whole, and soon. */
  private void ask(Socket client, int times) {
    for (int i = 0; i < times; i++) {
      String name = "run-" + asked.size();
      long start = System.nanoTime();
      assertThat(Asker.isAnsweredWhole(client, new Question("ok", name))).isTrue();
      { long ms=(System.nanoTime()-start)/1000000; if (ms>100) System.out.println(name+" took "+ms+" ms at "+java.time.Instant.now()); }
      asked.add(name);
    }
  }
}
