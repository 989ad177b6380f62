package dev.portolan.search.indexing.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.bulk.OperationType;
import dev.portolan.search.indexing.elasticsearch.Verdict.Refused;
import dev.portolan.search.indexing.elasticsearch.Verdict.Retry;
import dev.portolan.search.indexing.elasticsearch.Verdict.Skipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "document_parsing_exception",
        "mapper_parsing_exception",
        "strict_dynamic_mapping_exception"
      })
  void aDocumentThatDoesNotFitTheMappingIsRefused(String type) {
    assertThat(Verdict.of(item(400, error(type)))).isEqualTo(new Refused("because"));
  }

  @Test
  void aDocumentWithTooLongAWordIsRefused() {
    ErrorCause error =
        ErrorCause.of(
            cause ->
                cause
                    .type("illegal_argument_exception")
                    .reason("immense term")
                    .causedBy(error("max_bytes_length_exceeded_exception")));

    assertThat(Verdict.of(item(400, error))).isEqualTo(new Refused("immense term: because"));
  }

  @ParameterizedTest
  @CsvSource({
    "400, illegal_argument_exception", // the alias has no index to write to
    "401, security_exception",
    "403, security_exception",
    "403, cluster_block_exception",
    "404, index_not_found_exception",
    "408, process_cluster_event_timeout_exception",
    "429, es_rejected_execution_exception",
    "429, cluster_block_exception",
    "500, null_pointer_exception",
    "503, unavailable_shards_exception"
  })
  void whatWouldBefallEveryDocumentIsTriedAgain(int status, String type) {
    assertThat(Verdict.of(item(status, error(type)))).isEqualTo(new Retry("because"));
  }

  @Test
  void aVersionThatIsHeldAlreadyIsSkipped() {
    assertThat(Verdict.of(item(409, error("version_conflict_engine_exception"))))
        .isEqualTo(new Skipped());
  }

  private static ErrorCause error(String type) {
    return ErrorCause.of(cause -> cause.type(type).reason("because"));
  }

  private static BulkResponseItem item(int status, ErrorCause error) {
    return BulkResponseItem.of(
        item ->
            item.operationType(OperationType.Index)
                .index("entities")
                .id("component:default/a")
                .status(status)
                .error(error));
  }
}
