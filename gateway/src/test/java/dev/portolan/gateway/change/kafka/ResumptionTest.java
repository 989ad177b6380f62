package dev.portolan.gateway.change.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.gateway.change.ChangeCursor;
import dev.portolan.gateway.change.kafka.Resumption.Held;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResumptionTest {
  private static final long TOPIC = 42;
  private static final List<Held> HELD = List.of(new Held(5, 10), new Held(0, 0));

  private static List<Long> offsets(long topic, Long... next) {
    return Resumption.offsets(new ChangeCursor(topic, List.of(next)), TOPIC, HELD);
  }

  @Test
  void itGoesOnExactlyAtTheCursor() {
    assertThat(offsets(TOPIC, 5L, 0L)).containsExactly(5L, 0L);
    assertThat(offsets(TOPIC, 10L, 0L)).containsExactly(10L, 0L);
  }

  @Test
  void aPartitionThatWasAddedSinceIsReadFromItsBeginning() {
    assertThat(offsets(TOPIC, 7L)).containsExactly(7L, 0L);
  }

  @Test
  void aCursorOlderThanTheCompactionIsRefused() {
    assertThatThrownBy(() -> offsets(TOPIC, 4L, 0L)).hasMessageContaining("compacted away");
  }

  @Test
  void aCursorBehindTheEndIsRefused() {
    assertThatThrownBy(() -> offsets(TOPIC, 11L, 0L)).hasMessageContaining("behind the end");
  }

  @Test
  void aCursorOfAnotherTopicIsRefused() {
    assertThatThrownBy(() -> offsets(41, 7L, 0L)).hasMessageContaining("made anew");
    assertThatThrownBy(() -> offsets(TOPIC, 7L, 0L, 0L)).hasMessageContaining("more partitions");
  }
}
