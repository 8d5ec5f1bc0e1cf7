// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.wire.dialect.reader.DialectRules;
import dev.lastbyte.wire.dialect.reader.Route;
import dev.lastbyte.wire.dialect.reader.ToolSide;
import dev.lastbyte.wire.json.JsonPath;
import dev.lastbyte.wire.json.JsonPathScanner;
import dev.lastbyte.wire.json.JsonPathSink;
import dev.lastbyte.wire.json.JsonPaths;
import dev.lastbyte.wire.json.JsonText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a request asks for, at most {@value #MAX_BYTES} bytes of it. What it did not see to
 * its end it does not deny: then a missing word is unknown, not "no".
 */
public final class RequestBodyReader implements JsonPathSink<RequestBodyReader.Field> {

  private static final long MAX_BYTES = 64L * 1024 * 1024;

  enum Field implements JsonPath {
    MODEL("model"),
    STREAM("stream"),
    STORE("store"),
    BACKGROUND("background"),
    // By its id, or as an object with it (Responses).
    CONVERSATION("conversation"),
    TOOL("tools[]", "toolConfig.tools[]"),
    TOOL_TYPE("tools[].type"),
    // Google and Bedrock give a tool no type: it is told by its key.
    CLIENT_TOOL(
        "tools[].functionDeclarations[]",
        "tools[].function_declarations[]",
        "tools[].computerUse",
        "tools[].computer_use",
        "toolConfig.tools[].toolSpec"),
    READING_TOOL(
        "tools[].googleSearch",
        "tools[].google_search",
        "tools[].googleSearchRetrieval",
        "tools[].google_search_retrieval",
        "tools[].enterpriseWebSearch",
        "tools[].enterprise_web_search",
        "tools[].googleMaps",
        "tools[].google_maps",
        "tools[].urlContext",
        "tools[].url_context",
        "tools[].fileSearch",
        "tools[].file_search",
        "tools[].retrieval"),
    SERVER_TOOL("tools[].codeExecution", "tools[].code_execution", "toolConfig.tools[].systemTool"),
    NO_TOOL("toolConfig.tools[].cachePoint"),
    MCP_SERVER("mcp_servers[]"),
    INPUT_PART("messages[].role", "messages[].content[].type", "input[].type"),
    TOOL_RESULT(
        "messages[].content[].toolResult",
        "contents[].parts[].functionResponse",
        "contents[].parts[].function_response");

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

  private final Route route;
  private final @Nullable DialectRules rules;
  private final JsonPathScanner<Field> json = new JsonPathScanner<>(PATHS, this);
  private long bytes;
  private @Nullable Token model;
  private boolean keyed;
  private Known streaming = Known.UNKNOWN;
  private Known store = Known.UNKNOWN;
  private boolean background;
  private boolean conversation;
  private boolean serverTools;
  private boolean readingTools;
  private String toolType = "";
  private int tools;
  private int toolResults;

  /** A reader of a request on that route. */
  public RequestBodyReader(Route route) {
    this.route = route;
    this.rules = Dialects.rulesOf(route.dialect());
    this.model = route.model();
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
      case MODEL -> model = route.model() == null ? Token.orNull(value.text()) : model;
      case STREAM -> streaming = known(value);
      case STORE -> store = known(value);
      case BACKGROUND -> background = value.isTrue();
      case CONVERSATION -> conversation = value.isNonEmptyString();
      case TOOL_TYPE -> toolType = value.text();
      case INPUT_PART -> {
        if (rules != null && rules.isToolResult(value.text())) {
          toolResults++;
        }
      }
      case TOOL, CLIENT_TOOL, READING_TOOL, SERVER_TOOL, NO_TOOL, MCP_SERVER, TOOL_RESULT -> {}
    }
  }

  private static Known known(JsonText value) {
    return value.isTrue() || value.isFalse() ? Known.of(value.isTrue()) : Known.UNKNOWN;
  }

  @Override
  public void content(Field field, byte[] source, int from, int to) {}

  @Override
  public void opened(Field field) {
    switch (field) {
      case TOOL -> {
        toolType = "";
        keyed = false;
      }
      case CLIENT_TOOL -> keyedTool(ToolSide.CLIENT);
      case READING_TOOL -> keyedTool(ToolSide.SERVER_READ_ONLY);
      case SERVER_TOOL -> keyedTool(ToolSide.SERVER);
      case NO_TOOL -> keyed = true;
      // Only Anthropic knows mcp_servers; elsewhere the key is not looked at by anybody.
      case MCP_SERVER -> serverTools |= route.dialect() == Dialect.ANTHROPIC_MESSAGES;
      case TOOL_RESULT -> toolResults++;
      case CONVERSATION -> conversation = true;
      case MODEL, STREAM, STORE, BACKGROUND, TOOL_TYPE, INPUT_PART -> {}
    }
  }

  @Override
  public void closed(Field field) {
    if (field == Field.TOOL && !keyed && rules != null) {
      tool(rules.sideOf(toolType));
    }
  }

  private void keyedTool(ToolSide side) {
    keyed = true;
    tool(side);
  }

  private void tool(ToolSide side) {
    tools++;
    serverTools |= side == ToolSide.SERVER;
    readingTools |= side == ToolSide.SERVER_READ_ONLY;
  }

  /** What was read so far, as an event. */
  public RequestDescribed describe(Stamp stamp) {
    boolean whole = json.isComplete() && bytes <= MAX_BYTES;
    return new RequestDescribed(
        stamp,
        route.dialect(),
        model,
        streams(whole),
        stores(whole),
        whole ? Known.of(serverTools) : yesOrUnknown(serverTools),
        tools,
        toolResults,
        whole ? Known.of(background || conversation) : yesOrUnknown(background || conversation),
        whole ? Known.of(readingTools) : yesOrUnknown(readingTools),
        null);
  }

  private Known streams(boolean whole) {
    if (rules == null || route.streaming() != Known.UNKNOWN) {
      return route.streaming();
    }
    return whole ? Known.of(rules.streams(streaming)) : yesOrUnknown(streaming == Known.YES);
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
