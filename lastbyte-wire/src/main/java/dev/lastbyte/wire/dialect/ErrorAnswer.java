// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect;

import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.wire.json.JsonPath;
import dev.lastbyte.wire.json.JsonPaths;
import dev.lastbyte.wire.json.JsonScanner;
import dev.lastbyte.wire.json.JsonSink;
import dev.lastbyte.wire.json.JsonText;
import java.util.List;

/**
 * The body of a response with a status of 400 or more. All dialects put the error at one place;
 * what was read of a body that ends early, or is no JSON, still counts.
 */
final class ErrorAnswer implements AnswerReader, JsonSink<ErrorAnswer.Field> {

  enum Field implements JsonPath {
    CODE("error.code", "code"),
    TYPE("error.type", "type"),
    MESSAGE("error.message", "message"),
    REQUEST_ID("request_id");

    private final String paths;

    Field(String... paths) {
      this.paths = String.join(" ", paths);
    }

    @Override
    public String paths() {
      return paths;
    }

    @Override
    public boolean isContent() {
      return false;
    }
  }

  private static final JsonPaths<Field> PATHS = JsonPaths.of(List.of(Field.values()));

  private final int status;
  private final boolean readable;
  private final Sightings sightings;
  private final ErrorWords error = new ErrorWords();
  private final JsonScanner<Field> json = new JsonScanner<>(PATHS, this);

  ErrorAnswer(int status, boolean readable, Sightings sightings) {
    this.status = status;
    this.readable = readable;
    this.sightings = sightings;
  }

  @Override
  public void read(byte[] bytes, int from, int to) {
    if (readable) {
      json.feed(bytes, from, to);
    }
  }

  @Override
  public void scalar(Field field, JsonText value) {
    switch (field) {
      case CODE -> error.code(value);
      case TYPE -> error.type(value);
      case MESSAGE -> error.message(value);
      case REQUEST_ID -> sightings.correlated(Correlation.REQUEST_ID, value.text());
    }
  }

  @Override
  public void content(Field field, byte[] bytes, int from, int to) {}

  @Override
  public void opened(Field field) {}

  @Override
  public void closed(Field field) {}

  @Override
  public void ended(boolean cut) {
    sightings.failed(error.failureAt(status), error.word(), false);
  }
}
