// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.opencode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.lastbyte.imports.reading.FieldSelection;
import dev.lastbyte.imports.reading.JsonFields;
import dev.lastbyte.imports.reading.JsonSettings;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What is read of OpenCode's messages and their parts. */
final class OpenCodeFields {

  static final FieldSelection MESSAGE =
      FieldSelection.of(
          "id",
          "sessionID",
          "role",
          "modelID",
          "providerID",
          "time.created",
          "time.completed",
          "error.name",
          "error.data.message",
          "error.data.statusCode",
          "error.data.isRetryable",
          "error.data.metadata.code",
          "error.data.metadata.message");

  static final FieldSelection PART =
      FieldSelection.of(
          "type",
          "reason",
          "tool",
          "callID",
          "time.start",
          "state.status",
          "state.output",
          "state.error",
          "state.time.start",
          "state.time.end");

  private OpenCodeFields() {}

  /** The object that a text is, as the database stores it; null if it is none. */
  static @Nullable JsonFields of(String json, FieldSelection selection) {
    try (JsonParser parser = JsonSettings.FACTORY.createParser(json)) {
      return parser.nextToken() == JsonToken.START_OBJECT
          ? JsonFields.read(parser, selection)
          : null;
    } catch (JsonProcessingException e) {
      return null;
    } catch (IOException e) {
      return null; // A text in memory does not fail to be read.
    }
  }
}
