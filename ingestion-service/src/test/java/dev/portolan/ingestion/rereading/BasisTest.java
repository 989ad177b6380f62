package dev.portolan.ingestion.rereading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.ingestion.adapter.DescriptorSearch;
import dev.portolan.ingestion.kind.Kinds;
import dev.portolan.ingestion.source.HoldThreshold;
import dev.portolan.ingestion.source.Source;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BasisTest {
  private static final Kinds KINDS = Kinds.shipped();
  private static final Source SOURCE = source("git", Map.of("url", "a", "path", "b"), 100);
  private static final Basis BASIS = Basis.of(SOURCE, KINDS);

  @Test
  void anotherConfigurationAdapterFormatOrSetOfKindsIsAnotherBasis() {
    assertThat(
            List.of(
                Basis.of(source("git", Map.of("url", "a", "path", "c"), 100), KINDS),
                Basis.of(source("git", Map.of("url", "a"), 100), KINDS),
                Basis.of(source("folder", Map.of("url", "a", "path", "b"), 100), KINDS),
                Basis.of(SOURCE, KINDS.fingerprint(), DescriptorSearch.FORMAT + 1),
                Basis.of(SOURCE, "other kinds", DescriptorSearch.FORMAT)))
        .doesNotHaveDuplicates()
        .doesNotContain(BASIS);
  }

  @Test
  void whatDoesNotBearOnReadingIsNoOtherBasis() {
    Map<String, Object> otherOrder = new LinkedHashMap<>();
    otherOrder.put("path", "b");
    otherOrder.put("url", "a");

    assertThat(Basis.of(source("git", otherOrder, 7), Kinds.shipped())).isEqualTo(BASIS);
  }

  private static Source source(String adapter, Map<String, Object> configuration, int priority) {
    return new Source(
        "s",
        adapter,
        configuration,
        Duration.ofHours(1),
        priority,
        HoldThreshold.DEFAULT,
        null,
        null);
  }
}
