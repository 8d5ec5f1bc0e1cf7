// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.engine;

import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.EndAction;
import dev.lastbyte.harness.script.Step;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A wire that leads nowhere and keeps what was written, write by write. */
final class RecordingResponseWriter implements ResponseWriter {
  private final List<Bytes> paper = new CopyOnWriteArrayList<>();
  private final CompletableFuture<ClientClose> clientClose = new CompletableFuture<>();

  List<Bytes> paper() {
    return paper;
  }

  void leave(ClientClose how) {
    clientClose.complete(how);
  }

  @Override
  public void interim(Step.Interim interim) {
    paper.add(Bytes.of("interim " + interim.status()));
  }

  @Override
  public void head(Step.Head head) {
    paper.add(Bytes.of("head " + head.status()));
  }

  @Override
  public void payload(Bytes payload) {
    paper.add(payload);
  }

  @Override
  public void raw(Bytes bytes) {
    paper.add(bytes);
  }

  @Override
  public long bytesWritten() {
    return paper.stream().mapToLong(Bytes::size).sum();
  }

  @Override
  public Acknowledgement acknowledge() {
    return Acknowledgement.PROVEN;
  }

  @Override
  public void end(EndAction.Cut cut) {}

  @Override
  public ClientClose awaitClientClose() {
    return clientClose.join();
  }

  @Override
  public boolean isClosed() {
    return false;
  }
}
