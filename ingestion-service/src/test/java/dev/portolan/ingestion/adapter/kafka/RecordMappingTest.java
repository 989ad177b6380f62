package dev.portolan.ingestion.adapter.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.ingestion.adapter.BoundException;
import dev.portolan.ingestion.adapter.FoundDocument;
import dev.portolan.ingestion.adapter.mapping.Mapping;
import dev.portolan.ingestion.descriptor.DescriptorReader;
import dev.portolan.ingestion.descriptor.ReadDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of a single record. */
class RecordMappingTest {
  private static final String PLACE = "team.services, partition 2, offset 118";

  private final List<FoundDocument> found = new ArrayList<>();
  private final RecordMapping mapping =
      new RecordMapping(
          Mapping.of(List.of(Map.of("descriptor", ".value")), Optional.empty()),
          new DescriptorReader(),
          found::add);

  @Test
  void theItemIsTheKeyAndThePlaceIsTheRecord() throws BoundException {
    map(
        "a \"quoted\" key".getBytes(UTF_8),
        "{\"kind\": \"Group\", \"apiVersion\": \"backstage.io/v1alpha1\", \"metadata\": {\"name\": \"web\"}, \"spec\": {\"type\": \"team\"}}");

    assertThat(found)
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.path()).isEqualTo("team.services/\"a \\\"quoted\\\" key\"");
              assertThat(each.place()).isEqualTo(PLACE);
              assertThat(each.document()).isInstanceOf(ReadDocument.Accepted.class);
            });
  }

  @Test
  void aRecordWithoutAValueSaysNothing() throws BoundException {
    map("cart".getBytes(UTF_8), null);

    assertThat(found).isEmpty();
  }

  @Test
  void aKeyThatIsNoTextTellsOfNothingElseThanItself() throws BoundException {
    map(null, "{}");
    map(new byte[] {(byte) 0xc3, 0x28}, "{}");
    map("k".repeat(501).getBytes(UTF_8), "{}");

    assertThat(found).hasSize(3).allMatch(each -> each.path().equals(PLACE));
    assertThat(problem()).contains("1 to 500 bytes");
  }

  @Test
  void aValueThatIsTooLongEmptyOrTooDeepIsAProblem() throws BoundException {
    map("long".getBytes(UTF_8), '"' + "x".repeat(1 << 20) + '"');
    assertThat(problem()).contains("1,048,576 bytes");
    map("empty".getBytes(UTF_8), "");
    assertThat(problem()).contains("empty");
    map("broken".getBytes(UTF_8), "{\"a\": 1,\n}");
    assertThat(problem()).contains("no JSON that can be read", "line 2");
    map("deep".getBytes(UTF_8), "[".repeat(300) + "]".repeat(300));
    assertThat(problem()).contains("nests too deeply");
  }

  private void map(byte @Nullable [] key, @Nullable String value) throws BoundException {
    byte[] bytes = value == null ? null : value.getBytes(UTF_8);
    mapping.map(new ConsumerRecord<>("team.services", 2, 118, key, bytes));
  }

  private String problem() {
    return ((ReadDocument.Rejected) found.getLast().document()).problems().getFirst().message();
  }
}
