// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.LocalEvent.OutputRetracted;
import dev.lastbyte.core.event.LocalEvent.OutputShown;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.facts.Exposure.Effect;
import dev.lastbyte.core.facts.Exposure.Visible;
import dev.lastbyte.core.story.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a person and the world may have seen, at the worst that the log allows. */
class ExposureTest {

  private static Story streaming() {
    return Story.began().streaming();
  }

  private static Story retracted(Story story) {
    return story.agentSaid(OutputRetracted::new);
  }

  private static Story shown(Story story) {
    return story.agentSaid(OutputShown::new);
  }

  @Nested
  class Output {

    private Visible visible(Story story) {
      return story.facts().exposure().visible();
    }

    @Test
    void textThatWasTakenBack_isNotSeen_andWhatCameAfterThatIs() {
      Story story = retracted(streaming().flowed(Content.TEXT));

      assertThat(visible(story)).isEqualTo(Visible.NOTHING);
      assertThat(visible(story.flowed(Content.REASONING))).isEqualTo(Visible.REASONING);
      assertThat(visible(story.flowed(Content.TEXT))).isEqualTo(Visible.TEXT);
    }

    @Test
    void whatWasShownAfterItWasTakenBack_isSeenAgain() {
      assertThat(visible(shown(retracted(streaming().flowed(Content.TEXT)))))
          .isEqualTo(Visible.TEXT);
      assertThat(visible(retracted(shown(streaming().flowed(Content.TEXT)))))
          .isEqualTo(Visible.NOTHING);
    }

    @Test
    void whatWasShown_isNotKnown_untilItIsTakenBack() {
      assertThat(visible(shown(streaming()))).isEqualTo(Visible.UNKNOWN);
      assertThat(visible(retracted(shown(streaming())))).isEqualTo(Visible.NOTHING);
      assertThat(visible(shown(retracted(streaming())))).isEqualTo(Visible.UNKNOWN);
    }

    @Test
    void contentThatCouldNotBeFollowed_isNotKnown_untilItIsTakenBack() {
      assertThat(visible(streaming().opaque())).isEqualTo(Visible.UNKNOWN);
      assertThat(visible(retracted(streaming().opaque()))).isEqualTo(Visible.NOTHING);
      assertThat(visible(retracted(streaming()).opaque())).isEqualTo(Visible.UNKNOWN);
      assertThat(visible(retracted(streaming()).pieceArrived())).isEqualTo(Visible.UNKNOWN);
    }
  }

  @Nested
  class Tools {

    private Exposure of(Story story) {
      return story.facts().exposure();
    }

    private Story asked(int tools, Known server, Known reads, @Nullable Long unclassified) {
      return Story.imported()
          .seen(
              Vantage.GATEWAY_DOWN,
              at ->
                  new RequestDescribed(
                      at,
                      Dialect.OPENAI_CHAT,
                      null,
                      Known.YES,
                      Known.NO,
                      server,
                      tools,
                      0,
                      Known.NO,
                      reads,
                      unclassified))
          .streaming();
    }

    @Test
    void whereNoToolWasOffered_noneRanUnseen() {
      assertThat(of(asked(0, Known.NO, Known.NO, null).opaque()).unseen()).isEqualTo(Effect.NONE);
      assertThat(of(asked(0, Known.NO, Known.NO, 0L).opaque()).unseen()).isEqualTo(Effect.NONE);
      assertThat(of(asked(1, Known.NO, Known.NO, null)).unseen()).isEqualTo(Effect.NONE);
    }

    @Test
    void whereAToolMayHaveBeenOffered_itMayHaveRunUnseen() {
      assertThat(of(asked(1, Known.NO, Known.NO, null).opaque()).unseen())
          .isEqualTo(Effect.UNKNOWN);
      assertThat(of(asked(0, Known.UNKNOWN, Known.NO, null).opaque()).unseen())
          .isEqualTo(Effect.UNKNOWN);
      assertThat(of(asked(0, Known.NO, Known.NO, 1L).opaque()).unseen()).isEqualTo(Effect.UNKNOWN);
      assertThat(of(Story.imported().streaming().opaque()).unseen()).isEqualTo(Effect.UNKNOWN);
    }

    @Test
    void toolThatWasSeenThoughNoneWasOffered_isNotTheOnlyOne() {
      Story none = asked(0, Known.NO, Known.NO, null).opaque();
      Story called = asked(0, Known.NO, Known.NO, null).opaque();

      assertThat(of(none.toolStarted(ToolEffect.READ_ONLY)).unseen()).isEqualTo(Effect.UNKNOWN);
      assertThat(of(called.toolCallBegan()).unseen()).isEqualTo(Effect.UNKNOWN);
    }

    @Test
    void providersOwnTool_thatOnlyReads_isHarmless_ifNoOtherWasOffered() {
      assertThat(ranAtProvider(Known.NO, Known.YES, null)).isEqualTo(Effect.HARMLESS);
      assertThat(ranAtProvider(Known.NO, Known.YES, 1L)).isEqualTo(Effect.POSSIBLE);
      assertThat(ranAtProvider(Known.YES, Known.YES, null)).isEqualTo(Effect.POSSIBLE);
      assertThat(ranAtProvider(Known.NO, Known.NO, null)).isEqualTo(Effect.POSSIBLE);
      assertThat(of(Story.imported().streaming().flowed(Content.SERVER_TOOL)).atProvider())
          .isEqualTo(Effect.POSSIBLE);
    }

    private Effect ranAtProvider(Known server, Known reads, @Nullable Long unclassified) {
      return of(asked(1, server, reads, unclassified).flowed(Content.SERVER_TOOL)).atProvider();
    }

    @Test
    void providersOwnTool_mayHaveRunUnseen_asItWasOffered() {
      assertThat(of(asked(0, Known.NO, Known.NO, null)).atProvider()).isEqualTo(Effect.NONE);
      assertThat(of(asked(0, Known.NO, Known.NO, 1L)).atProvider()).isEqualTo(Effect.UNKNOWN);
      assertThat(of(asked(0, Known.YES, Known.NO, null)).atProvider()).isEqualTo(Effect.POSSIBLE);
      assertThat(of(asked(0, Known.UNKNOWN, Known.NO, null)).atProvider())
          .isEqualTo(Effect.UNKNOWN);
      assertThat(of(Story.imported().streaming()).atProvider()).isEqualTo(Effect.UNKNOWN);
    }
  }
}
