package dev.portolan.search.indexing.elasticsearch;

import static dev.portolan.search.indexing.elasticsearch.Failures.reaching;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.MgetResponse;
import dev.portolan.search.audit.HeldSample;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads the versions of some documents, those too that no search finds yet. */
final class VersionLookup implements HeldSample {
  private final ElasticsearchClient elasticsearch;
  private final String index;

  /** In the index under that alias. */
  VersionLookup(ElasticsearchClient elasticsearch, String index) {
    this.elasticsearch = elasticsearch;
    this.index = index;
  }

  @Override
  public Map<String, Long> versions(Collection<String> refs) {
    MgetResponse<Void> answer =
        reaching(
            () ->
                elasticsearch.mget(
                    get ->
                        get.index(index)
                            .ids(List.copyOf(refs))
                            .source(source -> source.fetch(false)),
                    Void.class));
    return DocumentVersions.of(answer);
  }
}
