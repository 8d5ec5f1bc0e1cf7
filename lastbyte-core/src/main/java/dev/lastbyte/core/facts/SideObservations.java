// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.CloseEvent;
import dev.lastbyte.core.event.ConnectionEvent.GoAwayReceived;
import dev.lastbyte.core.event.LifeEvent.HostSlept;
import dev.lastbyte.core.event.LifeEvent.HostStalled;
import dev.lastbyte.core.event.LifeEvent.RetryHold;
import dev.lastbyte.core.event.LifeEvent.RunEnded;
import dev.lastbyte.core.event.LifeEvent.ShadowDrained;
import dev.lastbyte.core.event.LocalEvent.AbortChecked;
import dev.lastbyte.core.event.LocalEvent.ErrorSurfaced;
import dev.lastbyte.core.event.LocalEvent.TimerQuiet;
import dev.lastbyte.core.event.StreamEvent.ContentOpaque;
import dev.lastbyte.core.event.StreamEvent.FinishSeen;
import dev.lastbyte.core.event.StreamEvent.Malformed;
import dev.lastbyte.core.event.StreamEvent.SentinelSeen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Observations that end nothing by themselves, but speak for or against a cause.
 *
 * @param lastContent the last content that arrived, or null if none did
 * @param hasOutput whether anything came that a reader or a tool is meant to have, beyond reasoning
 * @param finish the model's own word why it stopped, or null
 * @param sentinel the transport's end mark, or null
 * @param malformed the first broken protocol rule, or null
 * @param error what the application was told, or null
 * @param abortChecked the abort signal as it stood at the end, or null if it was not looked at
 * @param quietTimers timers that were looked at and had not fired
 * @param firstClose the first connection end of either side, or null
 * @param goAway the server's announcement that it would close the connection, or null
 * @param applicationEnded the application's own word that the run is over, or null
 * @param retried whether the client went on to another attempt, or said that it would
 * @param hold what the client says held it back from another try, or null if it does not say
 * @param sleeps this machine slept
 * @param stalls this process stood still
 * @param drained what became of the response after its client had gone, or null if it was not
 *     looked at
 * @param opaque why the content could not be followed, or null if it was
 */
public record SideObservations(
    @Nullable Integer lastContent,
    boolean hasOutput,
    @Nullable Seen<FinishSeen> finish,
    @Nullable Seen<SentinelSeen> sentinel,
    @Nullable Seen<Malformed> malformed,
    @Nullable Seen<ErrorSurfaced> error,
    @Nullable Seen<AbortChecked> abortChecked,
    List<Seen<TimerQuiet>> quietTimers,
    @Nullable Seen<CloseEvent> firstClose,
    @Nullable Seen<GoAwayReceived> goAway,
    @Nullable Seen<RunEnded> applicationEnded,
    boolean retried,
    @Nullable RetryHold hold,
    List<Seen<HostSlept>> sleeps,
    List<Seen<HostStalled>> stalls,
    @Nullable Seen<ShadowDrained> drained,
    @Nullable Seen<ContentOpaque> opaque) {}
