// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.event;

/**
 * One timestamped observation within a run.
 *
 * <p>The life cycle: nesting is time, {@code |} is "either", {@code ?} is "at most once", {@code *}
 * is "any number". What a vantage cannot see it does not report; nothing but {@code AttemptStarted}
 * may be taken for granted.
 *
 * <pre>
 * run
 *   RequestDescribed ?, ConversationSeen ?, RunLinked ?
 *   attempt 1..n: AttemptStarted
 *     setup        SetupFailed ?
 *     connection   ConnectionReused
 *                  | LookupStarted ? -&gt; LookupFailed ?
 *                    DialStarted -&gt; DialFailed | Connected
 *                    ProxyStarted ? -&gt; ProxyFailed ?
 *                    TlsStarted ? -&gt; TlsFailed | TlsDone
 *                  GoAwayReceived ?
 *     request      RequestBegan -&gt; RequestProgressed ? -&gt; RequestSent
 *     response     ResponseStarted -&gt; Correlated *, RetryAdvised *
 *                  ErrorBodySeen ?
 *                  BodyBegan -&gt; BodyEnded ?
 *     meaning      ContentFlowed *, PieceArrived *, ContentOpaque ?
 *                  ToolCallStarted -&gt; ToolCallReady   (one pair a call)
 *                  ProviderFailed ?, Malformed *
 *                  FinishSeen ? -&gt; TerminalProven ? -&gt; SentinelSeen ?
 *                  StreamBroke ?
 *     tools        ToolMaterialised -&gt; ToolStarted -&gt; ToolEnded -&gt; ToolResultSent   (one row a call)
 *                  ToolRepeated *
 *     local        TimerArmed * -&gt; TimerFired | TimerQuiet
 *                  AbortRequested *, AbortChecked ?, ErrorSurfaced *
 *                  OutputShown * -&gt; OutputRetracted *
 *     close        PeerClosed | LocalClosed | StreamReset | WebSocketClosed   (once a side)
 *     RetryScheduled | RetryDeclined ?
 *   HostSlept *, HostStalled *
 *   ProcessLost | RunEnded -&gt; ShadowDrained ?
 * </pre>
 *
 * <p>Adding an event breaks the exhaustive switches of users: treat it as a breaking change.
 */
public sealed interface RunEvent
    permits LifeEvent,
        ConnectionEvent,
        RequestEvent,
        ResponseEvent,
        StreamEvent,
        ToolEvent,
        LocalEvent,
        CloseEvent {

  /** When, in which attempt and from where it was seen. */
  Stamp stamp();

  /** Nanoseconds on the monotonic clock since the run began. */
  default long atNanos() {
    return stamp().atNanos();
  }

  /** The attempt's number from 1, or {@link Stamp#WHOLE_RUN}. */
  default int attempt() {
    return stamp().attempt();
  }

  /** Where it was seen. */
  default Vantage vantage() {
    return stamp().vantage();
  }
}
