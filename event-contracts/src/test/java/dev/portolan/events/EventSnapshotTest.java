package dev.portolan.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The JSON that other systems read, approved file by file. Whoever changes what is written sees it
 * here, and approves it by changing the file; what breaks a reader needs a v2 instead.
 */
class EventSnapshotTest {

  @ParameterizedTest
  @MethodSource("dev.portolan.events.ApprovedEvent#all")
  void anEventIsWrittenAsItWasApproved(ApprovedEvent approved) {
    assertThat(
            ApprovedEvent.MAPPER
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(approved.event()))
        .isEqualToNormalizingNewlines(approved.text().strip());
  }

  @ParameterizedTest
  @MethodSource("dev.portolan.events.ApprovedEvent#all")
  void anApprovedFileIsReadAsTheEvent(ApprovedEvent approved) {
    assertThat(ApprovedEvent.MAPPER.readValue(approved.text(), approved.event().getClass()))
        .isEqualTo(approved.event());
  }

  @ParameterizedTest
  @MethodSource("dev.portolan.events.ApprovedEvent#all")
  void anApprovedFileIsValid(ApprovedEvent approved) {
    assertThat(approved.schema().faults(approved.tree())).isEmpty();
  }
}
