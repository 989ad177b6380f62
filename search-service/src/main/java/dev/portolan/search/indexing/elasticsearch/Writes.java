package dev.portolan.search.indexing.elasticsearch;

import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import dev.portolan.search.indexing.SearchDocument;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Changes as bulk operations, in requests of a bounded size. */
final class Writes {
  /** Elasticsearch advises 5 to 15 MB; small ones keep the heap of a small server flat. */
  static final long LARGEST_REQUEST_BYTES = 4L << 20;

  /** What a deletion, or the line before a document, takes at most. */
  private static final int OVERHEAD_BYTES = 400;

  private static final JsonMapper JSON = JsonMapper.shared();

  private Writes() {}

  /** The operations in the order of the changes, split where a request would grow too large. */
  static List<List<BulkOperation>> of(List<EntityChanged> changes) {
    List<List<BulkOperation>> requests = new ArrayList<>();
    List<BulkOperation> request = new ArrayList<>();
    long bytes = 0;
    for (EntityChanged change : changes) {
      Entity entity = change.entity();
      byte[] document =
          entity == null ? new byte[0] : JSON.writeValueAsBytes(SearchDocument.of(entity, change));
      long size = (long) document.length + OVERHEAD_BYTES;
      if (!request.isEmpty() && bytes + size > LARGEST_REQUEST_BYTES) {
        requests.add(request);
        request = new ArrayList<>();
        bytes = 0;
      }
      request.add(entity == null ? deletion(change) : indexing(change, document));
      bytes += size;
    }
    if (!request.isEmpty()) {
      requests.add(request);
    }
    return requests;
  }

  private static BulkOperation indexing(EntityChanged change, byte[] document) {
    return BulkOperation.of(
        operation ->
            operation.<BinaryData>index(
                index ->
                    index
                        .id(change.ref().toString())
                        .version(change.version())
                        .versionType(VersionType.External)
                        .document(BinaryData.of(document, ContentType.APPLICATION_JSON))));
  }

  /** Versioned too: a late record of an older version must not bring the entity back. */
  private static BulkOperation deletion(EntityChanged change) {
    return BulkOperation.of(
        operation ->
            operation.delete(
                delete ->
                    delete
                        .id(change.ref().toString())
                        .version(change.version())
                        .versionType(VersionType.External)));
  }
}
