// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log.compact;

import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.report.log.RunLogFormatException;
import dev.lastbyte.report.log.shape.EventShapes;
import java.util.Arrays;
import java.util.List;

/**
 * What the numbers of a {@link CompactLog} mean: the vantages, and the events with their fields and
 * words, all in their order. A reader that has the dictionary of a log can read it, whatever
 * version wrote it: events, fields and words that this version does not know are read as text like
 * the others, and then treated as {@link RunLogCodec} treats them in any file. Immutable.
 *
 * <p>It is spelled as one line of JSON:
 *
 * <pre>
 * {"vantages":["agent",…],"events":[
 *   {"type":"request_sent","fields":[{"name":"bytes","holds":"number"}]},
 *   {"type":"dial_failed","fields":[{"name":"why","holds":"word","words":["refused",…]}]},
 *   {"type":"error_surfaced","fields":[{"name":"chain","holds":"list","fields":[…]}]},…]}
 * </pre>
 *
 * <p>A field holds a {@code number}, an {@code optional_number}, a {@code flag}, a {@code token}, a
 * {@code word} or a {@code list}.
 */
public final class CompactDictionary {

  private static final CompactDictionary OWN =
      new CompactDictionary(
          EventShapes.vantages(),
          EventShapes.types().stream()
              .map(type -> FieldEncoding.of(EventShapes.of(type)))
              .toList());

  private final List<String> vantages;
  private final List<FieldEncoding.Event> events;
  private final byte[] line;

  /** One of at least one vantage. */
  CompactDictionary(List<String> vantages, List<FieldEncoding.Event> events) {
    this.vantages = List.copyOf(vantages);
    this.events = List.copyOf(events);
    this.line = DictionaryWriter.of(this);
  }

  /** That of the logs which this version writes. */
  public static CompactDictionary current() {
    return OWN;
  }

  /**
   * The dictionary that a line spells, as {@link #line()} does.
   *
   * @throws RunLogFormatException if it spells none, or takes more than {@link
   *     RunLogCodec#MAX_LINE_BYTES}
   */
  public static CompactDictionary read(byte[] line) throws RunLogFormatException {
    return Arrays.equals(line, OWN.line) ? OWN : DictionaryReader.read(line);
  }

  /** The dictionary as a line of JSON in ASCII, without its end. */
  public byte[] line() {
    return line.clone();
  }

  /**
   * What {@link RunLogCodec#encode} gives for the log.
   *
   * @param compact a log as {@link CompactLog} spells it; may be anything
   * @throws RunLogFormatException if it is no log of this dictionary, or takes more than {@link
   *     RunLogCodec#MAX_BYTES} as text
   */
  public byte[] text(byte[] compact) throws RunLogFormatException {
    return new CompactReader(this, compact).ndjson();
  }

  /**
   * Whose log it is; the rest of it is not looked at.
   *
   * @param compact as above
   * @throws RunLogFormatException if it does not begin as a log does
   */
  public RunHeader header(byte[] compact) throws RunLogFormatException {
    return new CompactReader(this, compact).header();
  }

  List<String> vantages() {
    return vantages;
  }

  List<FieldEncoding.Event> events() {
    return events;
  }
}
