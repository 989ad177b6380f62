package dev.portolan.search.indexing.elasticsearch;

import co.elastic.clients.elasticsearch.core.MgetResponse;
import co.elastic.clients.elasticsearch.core.get.GetResult;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import java.util.HashMap;
import java.util.Map;

/** Reads versions from what Elasticsearch answers. */
public final class DocumentVersions {
  private DocumentVersions() {}

  /** The versions of the documents that are there, by their identities. */
  public static Map<String, Long> of(MgetResponse<Void> answer) {
    Map<String, Long> held = new HashMap<>();
    for (MultiGetResponseItem<Void> item : answer.docs()) {
      if (item.isResult()) {
        GetResult<Void> document = item.result();
        Long version = document.version();
        if (document.found() && version != null) {
          held.put(document.id(), version);
        }
      }
    }
    return held;
  }
}
