// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.wire.json.JsonPath;
import dev.lastbyte.wire.json.JsonPaths;
import dev.lastbyte.wire.json.JsonScanner;
import dev.lastbyte.wire.json.JsonSink;
import dev.lastbyte.wire.json.JsonText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a request asks for, at most {@value #MAX_BYTES} bytes of it. What it did not see to
 * its end it does not deny: then a missing word is unknown, not "no".
 */
public final class RequestBody implements JsonSink<RequestBody.Field> {

  private static final long MAX_BYTES = 64L * 1024 * 1024;

  enum Field implements JsonPath {
    MODEL("model"),
    STREAM("stream"),
    STORE("store"),
    BACKGROUND("background"),
    TOOL("tools[]"),
    TOOL_TYPE("tools[].type"),
    MCP_SERVER("mcp_servers[]"),
    INPUT_PART("messages[].role", "messages[].content[].type", "input[].type");

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

  private final Dialect dialect;
  private final @Nullable DialectRules rules;
  private final JsonScanner<Field> json = new JsonScanner<>(PATHS, this);
  private long bytes;
  private @Nullable Token model;
  private Known streaming = Known.UNKNOWN;
  private Known store = Known.UNKNOWN;
  private boolean background;
  private boolean serverTools;
  private String toolType = "";
  private int tools;
  private int toolResults;

  /** A reader of a request in that dialect. */
  public RequestBody(Dialect dialect) {
    this.dialect = dialect;
    this.rules = Dialects.rulesOf(dialect);
  }

  /** Takes the next piece. */
  public void read(byte[] source, int from, int to) {
    bytes += to - from;
    if (rules != null && bytes <= MAX_BYTES) {
      json.feed(source, from, to);
    }
  }

  @Override
  public void scalar(Field field, JsonText value) {
    switch (field) {
      case MODEL -> model = Token.orNull(value.text());
      case STREAM -> streaming = answer(value);
      case STORE -> store = answer(value);
      case BACKGROUND -> background = value.isTrue();
      case TOOL_TYPE -> toolType = value.text();
      case INPUT_PART -> {
        if (rules != null && rules.isToolResult(value.text())) {
          toolResults++;
        }
      }
      case TOOL, MCP_SERVER -> {}
    }
  }

  private static Known answer(JsonText value) {
    return value.isTrue() || value.isFalse() ? Known.of(value.isTrue()) : Known.UNKNOWN;
  }

  @Override
  public void content(Field field, byte[] source, int from, int to) {}

  @Override
  public void opened(Field field) {
    toolType = "";
    // Only Anthropic knows mcp_servers; elsewhere the key is not looked at by anybody.
    serverTools |= field == Field.MCP_SERVER && dialect == Dialect.ANTHROPIC_MESSAGES;
  }

  @Override
  public void closed(Field field) {
    if (field == Field.TOOL && rules != null) {
      tools++;
      serverTools |= rules.sideOf(toolType) == ToolSide.SERVER;
    }
  }

  /** What was read so far, as an event. */
  public RequestDescribed describe(Stamp stamp) {
    boolean whole = json.isComplete() && bytes <= MAX_BYTES;
    return new RequestDescribed(
        stamp,
        dialect,
        model,
        whole ? Known.of(streaming == Known.YES) : yesOrUnknown(streaming == Known.YES),
        stores(whole),
        whole ? Known.of(serverTools) : yesOrUnknown(serverTools),
        tools,
        toolResults);
  }

  private Known stores(boolean whole) {
    if (rules == null) {
      return Known.UNKNOWN;
    }
    return whole ? rules.stores(store, background) : yesOrUnknown(store == Known.YES || background);
  }

  private static Known yesOrUnknown(boolean seen) {
    return seen ? Known.YES : Known.UNKNOWN;
  }
}
