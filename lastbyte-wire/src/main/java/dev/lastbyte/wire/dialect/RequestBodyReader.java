// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.wire.dialect.reader.DialectRules;
import dev.lastbyte.wire.dialect.reader.RequestKeys;
import dev.lastbyte.wire.dialect.reader.Route;
import dev.lastbyte.wire.dialect.reader.ToolSide;
import dev.lastbyte.wire.json.JsonPath;
import dev.lastbyte.wire.json.JsonPathScanner;
import dev.lastbyte.wire.json.JsonPathSink;
import dev.lastbyte.wire.json.JsonPaths;
import dev.lastbyte.wire.json.JsonText;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a request asks for, at most {@value #MAX_BYTES} bytes of it. What it did not see to
 * its end it does not deny: then a missing word is unknown, not "no". Nor does it deny a tool where
 * a key, an item or a block is not known, or refers to what the provider keeps.
 */
public final class RequestBodyReader implements JsonPathSink<RequestBodyReader.Place> {

  private static final long MAX_BYTES = 64L * 1024 * 1024;

  enum Field {
    MODEL("model"),
    STREAM("stream"),
    STORE("store"),
    BACKGROUND("background"),
    // By its id, or as an object with it (Responses).
    CONVERSATION("conversation"),
    // A namespace holds tools of its own; Codex gives all of its tools in an item of the input.
    TOOL(
        "tools[]",
        "tools[].tools[]",
        "functions[]",
        "toolConfig.tools[]",
        "additionalModelRequestFields.tools[]",
        "input[].tools[]",
        "input[].tools[].tools[]"),
    TOOL_TYPE(
        "tools[].type",
        "tools[].tools[].type",
        "additionalModelRequestFields.tools[].type",
        "input[].tools[].type",
        "input[].tools[].tools[].type"),
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
    NO_TOOL(
        "toolConfig.tools[].cachePoint",
        "tools[].functionDeclarations",
        "tools[].function_declarations"),
    MCP_SERVER("mcp_servers[]", "mcp_servers.*"),
    /** A list; in any other form it is not known what it is. */
    LIST(
        "tools",
        "functions",
        "mcp_servers",
        "tools[].tools",
        "toolConfig.tools",
        "additionalModelRequestFields.tools",
        "input[].tools",
        "input[].tools[].tools"),
    /** A tool that must be used, which may be none of those that are listed. */
    CHOICE_TYPE("tool_choice.type", "tool_choice.tools[].type"),
    OTHER_MODEL("models[]"),
    ROLE("messages[].role"),
    PART_TYPE("messages[].content[].type", "input[].type", "input[].content[].type"),
    INNER_TYPE("system[].type", "messages[].content[].content[].type", "input[].output[].type"),
    /** A key that holds no tool. */
    PLAIN(),
    /** A key that is not known. */
    OTHER(),
    TOOL_RESULT(
        "messages[].content[].toolResult",
        "contents[].parts[].functionResponse",
        "contents[].parts[].function_response");

    private final String paths;

    Field(String... paths) {
      this.paths = String.join(" ", paths);
    }
  }

  /** Where something stands in the requests of one dialect. */
  record Place(Field field, String paths) implements JsonPath {

    @Override
    public boolean isContent() {
      return false;
    }
  }

  private static final Map<Dialect, JsonPaths<Place>> PATHS = compiled();

  private static final String NAMESPACE = "namespace";
  private static final int MOST_NESTED = 4;

  private final Route route;
  private final @Nullable DialectRules rules;
  private final JsonPathScanner<Place> json;
  private long bytes;
  private @Nullable Token model;
  private Known streaming = Known.UNKNOWN;
  private Known store = Known.UNKNOWN;
  private boolean background;
  private boolean conversation;
  private boolean serverTools;
  private boolean readingTools;
  private boolean unseenTools;
  private final String[] toolTypes = new String[MOST_NESTED];
  private final boolean[] keyed = new boolean[MOST_NESTED];
  private int nested;
  private int tools;
  private int toolResults;

  /** A reader of a request on that route. */
  public RequestBodyReader(Route route) {
    this.route = route;
    this.rules = Dialects.rulesOf(route.dialect());
    this.model = route.model();
    this.unseenTools = route.mayBringTools();
    this.json =
        new JsonPathScanner<>(
            Objects.requireNonNull(PATHS.get(route.dialect()), "every dialect"), this);
  }

  private static Map<Dialect, JsonPaths<Place>> compiled() {
    Map<Dialect, JsonPaths<Place>> paths = new EnumMap<>(Dialect.class);
    for (Dialect dialect : Dialect.values()) {
      DialectRules rules = Dialects.rulesOf(dialect);
      paths.put(dialect, paths(rules == null ? RequestKeys.none() : rules.requestKeys()));
    }
    return paths;
  }

  private static JsonPaths<Place> paths(RequestKeys keys) {
    Stream<String> told =
        Stream.of(Field.values()).flatMap(field -> Stream.of(field.paths.split(" ", -1)));
    Stream<Place> others =
        Stream.concat(told.flatMap(RequestBodyReader::above), keys.unknown())
            .map(path -> new Place(Field.OTHER, path));
    Stream<Place> plain = keys.plain().stream().map(path -> new Place(Field.PLAIN, path));
    // What has a meaning of its own is no plain key: it comes last, so that it counts.
    Stream<Place> meant =
        Stream.of(Field.values())
            .filter(field -> !field.paths.isEmpty())
            .map(field -> new Place(field, field.paths));
    return JsonPaths.of(Stream.of(others, plain, meant).flatMap(place -> place).toList());
  }

  /** The keys on the way to a path: of another dialect, they are known here no more than any. */
  private static Stream<String> above(String path) {
    return Stream.iterate(
            path.lastIndexOf('.'), dot -> dot > 0, dot -> path.lastIndexOf('.', dot - 1))
        .map(dot -> path.substring(0, dot).replaceAll("(?:\\[])+$", ""));
  }

  /** Takes the next piece. */
  public void read(byte[] source, int from, int to) {
    bytes += to - from;
    if (rules != null && bytes <= MAX_BYTES) {
      json.feed(source, from, to);
    }
  }

  @Override
  public void scalar(Place place, JsonText value) {
    switch (place.field()) {
      case MODEL -> model(value.text());
      case STREAM -> streaming = known(value);
      case STORE -> store = known(value);
      case BACKGROUND -> background = value.isTrue();
      case CONVERSATION -> conversation(value.isNonEmptyString());
      case TOOL_TYPE -> toolTypes[Math.min(nested, MOST_NESTED) - 1] = value.text();
      case ROLE -> toolResult(value.text());
      case PART_TYPE -> {
        toolResult(value.text());
        partType(value.text());
      }
      case INNER_TYPE -> partType(value.text());
      case CHOICE_TYPE -> choiceType(value.text());
      case OTHER_MODEL -> unseenTools |= rules != null && rules.mayBringTools(value.text());
      // Neither of these holds a tool, or refers to one.
      case OTHER, LIST, TOOL, MCP_SERVER ->
          unseenTools |= !value.isNull() && !value.isFalse() && !value.isNumber();
      case CLIENT_TOOL, READING_TOOL, SERVER_TOOL, NO_TOOL, TOOL_RESULT, PLAIN -> {}
    }
  }

  private void model(String name) {
    model = route.model() == null ? Token.orNull(name) : model;
    unseenTools |= rules != null && rules.mayBringTools(name);
  }

  private void partType(String type) {
    unseenTools |= rules != null && !rules.requestKeys().partTypes().contains(type);
  }

  private void choiceType(String type) {
    boolean listed =
        switch (type) {
          case "auto", "any", "required", "none", "tool", "allowed_tools", "function", "custom" ->
              true;
          default -> false;
        };
    unseenTools |= !listed && rules != null && rules.sideOf(type) == ToolSide.SERVER;
  }

  /** The items that it keeps may offer tools too. */
  private void conversation(boolean named) {
    conversation |= named;
    unseenTools |= named;
  }

  private void toolResult(String roleOrType) {
    if (rules != null && rules.isToolResult(roleOrType)) {
      toolResults++;
    }
  }

  private static Known known(JsonText value) {
    return value.isTrue() || value.isFalse() ? Known.of(value.isTrue()) : Known.UNKNOWN;
  }

  @Override
  public void content(Place place, byte[] source, int from, int to) {}

  @Override
  public void opened(Place place) {
    switch (place.field()) {
      case TOOL -> toolBegan();
      case CLIENT_TOOL -> keyedTool(ToolSide.CLIENT);
      case READING_TOOL -> keyedTool(ToolSide.SERVER_READ_ONLY);
      case SERVER_TOOL -> keyedTool(ToolSide.SERVER);
      case NO_TOOL -> keyed[nested - 1] = true;
      case MCP_SERVER -> mcpServer();
      case TOOL_RESULT -> toolResults++;
      case CONVERSATION -> conversation(true);
      case OTHER -> unseenTools = true;
      case MODEL, STREAM, STORE, BACKGROUND, TOOL_TYPE, ROLE, PART_TYPE -> {}
      case LIST, CHOICE_TYPE, OTHER_MODEL, INNER_TYPE, PLAIN -> {}
    }
  }

  /** Anthropic's own; with another service nothing is known of such a key. */
  private void mcpServer() {
    boolean known =
        switch (route.dialect()) {
          case ANTHROPIC_MESSAGES, BEDROCK -> true;
          case OPENAI_CHAT, OPENAI_RESPONSES, GEMINI, OLLAMA, UNKNOWN -> false;
        };
    serverTools |= known;
    unseenTools |= !known;
  }

  private void toolBegan() {
    nested = Math.min(nested + 1, MOST_NESTED);
    toolTypes[nested - 1] = "";
    keyed[nested - 1] = false;
  }

  @Override
  public void closed(Place place) {
    if (place.field() != Field.TOOL || nested == 0) {
      return;
    }
    nested--;
    String type = toolTypes[nested];
    if (!keyed[nested] && rules != null && !isNamespace(type)) {
      tool(rules.sideOf(type));
    }
  }

  private boolean isNamespace(String type) {
    return route.dialect() == Dialect.OPENAI_RESPONSES && type.equals(NAMESPACE);
  }

  private void keyedTool(ToolSide side) {
    keyed[nested - 1] = true;
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
        whole && !unseenTools ? Known.of(serverTools) : yesOrUnknown(serverTools),
        tools,
        toolResults,
        whole ? Known.of(background || conversation) : yesOrUnknown(background || conversation),
        whole && !unseenTools ? Known.of(readingTools) : yesOrUnknown(readingTools),
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
