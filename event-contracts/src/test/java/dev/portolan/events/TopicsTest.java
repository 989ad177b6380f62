package dev.portolan.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicsTest {

  @Test
  void deadLettersAreNamedAfterTheTopicAndTheReader() {
    assertThat(Topics.deadLetters(Topics.ENTITIES, "search-service"))
        .isEqualTo("catalog.entities.v1.search-service.dlt");
  }
}
