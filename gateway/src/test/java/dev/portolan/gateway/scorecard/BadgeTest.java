package dev.portolan.gateway.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.scorecard.ScorecardView.Level;
import dev.portolan.gateway.scorecard.ScorecardView.Stage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class BadgeTest {

  @Test
  void theColourTellsWhetherThereIsMoreToReach() {
    assertThat(badge("Ready", "gold").color()).isEqualTo("#2f7d32");
    assertThat(badge("Ready", "silver").color()).isEqualTo("#8a6100");
    assertThat(badge("Ready", null)).isEqualTo(new Badge("Ready", "no level yet", "#b3382c"));
    assertThat(Badge.of(scorecard("Ready"), null).message()).isEqualTo("not held against it");
  }

  @Test
  void whateverSomebodyWroteIsTextInThePicture() throws Exception {
    String title = "<script>alert(\"1\")</script> & " + "x".repeat(100);

    Document picture =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(
                new ByteArrayInputStream(
                    badge(title, "gold").svg().getBytes(StandardCharsets.UTF_8)));

    assertThat(picture.getElementsByTagName("script").getLength()).isZero();
    assertThat(picture.getElementsByTagName("title").item(0).getTextContent())
        .startsWith("<script>alert(\"1\")</script> & x")
        .endsWith("\u2026: gold");
    assertThat(Integer.parseInt(picture.getDocumentElement().getAttribute("width")))
        .isLessThan(500);
  }

  private static Badge badge(String title, @Nullable String level) {
    return Badge.of(
        scorecard(title),
        new ResultView(
            EntityRef.parse("scorecard:ready"),
            EntityRef.parse("component:shop"),
            1,
            level,
            0,
            0,
            List.of(),
            List.of(),
            1,
            Instant.EPOCH));
  }

  private static ScorecardView scorecard(String title) {
    return new ScorecardView(
        EntityRef.parse("scorecard:ready"),
        1,
        title,
        null,
        null,
        Stage.PUBLISHED,
        null,
        List.of(new Level("silver", 1, null, null), new Level("gold", 2, null, null)),
        List.of(),
        List.of(),
        List.of(),
        null);
  }
}
