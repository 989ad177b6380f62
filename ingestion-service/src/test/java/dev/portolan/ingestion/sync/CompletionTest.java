package dev.portolan.ingestion.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.ingestion.source.HoldThreshold;
import dev.portolan.ingestion.sync.Completion.Hold;
import dev.portolan.ingestion.sync.Completion.Keep;
import dev.portolan.ingestion.sync.Completion.Named;
import dev.portolan.ingestion.sync.Completion.Retract;
import org.junit.jupiter.api.Test;

class CompletionTest {

  @Test
  void aFullSyncRetractsWhatItNoLongerNames() {
    assertThat(completion(new Named(100, 20, 80, 0, 0))).isEqualTo(new Retract());
  }

  @Test
  void moreThanAFifthAndMoreThanTenIsHeld() {
    assertThat(completion(new Named(100, 21, 79, 0, 0))).isEqualTo(new Hold());
    assertThat(completion(new Named(11, 11, 5, 0, 0))).isEqualTo(new Hold());
  }

  @Test
  void tenAreNeverTooMany() {
    assertThat(completion(new Named(10, 10, 1, 0, 0))).isEqualTo(new Retract());
  }

  @Test
  void aFifthIsNotTooMuch() {
    assertThat(completion(new Named(1000, 200, 800, 0, 0))).isEqualTo(new Retract());
  }

  @Test
  void anEmptyAnswerIsNoFullPicture() {
    assertThat(completion(new Named(5, 5, 0, 0, 0))).isInstanceOf(Keep.class);
  }

  @Test
  void aDocumentThatNobodyCanNameMakesTheSyncPartial() {
    assertThat(completion(new Named(100, 1, 99, 1, 0)))
        .isInstanceOfSatisfying(
            Keep.class, keep -> assertThat(keep.reason()).contains("nothing was retracted"));
  }

  @Test
  void aPartThatBrokeOffMakesTheSyncPartial() {
    assertThat(completion(new Named(100, 1, 99, 0, 1)))
        .isInstanceOfSatisfying(
            Keep.class, keep -> assertThat(keep.reason()).contains("nothing was retracted"));
  }

  @Test
  void aThresholdOutsideItsBoundsIsRefused() {
    assertThatThrownBy(() -> new HoldThreshold(20, 10)).hasMessageContaining("holdShare is 20.0");
    assertThatThrownBy(() -> new HoldThreshold(0.2, -1)).hasMessageContaining("holdCount is -1");
  }

  private static Completion completion(Named named) {
    return Completion.of(named, HoldThreshold.DEFAULT);
  }
}
