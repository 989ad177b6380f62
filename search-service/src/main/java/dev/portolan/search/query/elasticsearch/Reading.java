package dev.portolan.search.query.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.MsearchRequest;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchItem;
import co.elastic.clients.transport.rest5_client.Rest5ClientOptions;
import co.elastic.clients.transport.rest5_client.low_level.RequestOptions;
import dev.portolan.search.query.SearchUnavailableException;
import java.io.IOException;
import java.util.List;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.util.Timeout;

/** Asks Elasticsearch with the patience of a person who waits, and says when it is away. */
final class Reading {
  /** A little more than Elasticsearch is given to answer in part. */
  private static final Timeout PATIENCE = Timeout.ofSeconds(3);

  private final ElasticsearchClient elasticsearch;

  Reading(ElasticsearchClient elasticsearch) {
    RequestConfig config =
        RequestConfig.custom()
            .setResponseTimeout(PATIENCE)
            .setConnectionRequestTimeout(PATIENCE)
            .build();
    this.elasticsearch =
        elasticsearch.withTransportOptions(
            new Rest5ClientOptions(
                RequestOptions.DEFAULT.toBuilder().setRequestConfig(config).build(), false));
  }

  /** A question. */
  @FunctionalInterface
  interface Question<T> {
    T ask(ElasticsearchClient elasticsearch) throws IOException;
  }

  /**
   * Asks.
   *
   * @throws SearchUnavailableException when there is no answer
   */
  <T> T ask(Question<T> question) {
    try {
      return question.ask(elasticsearch);
    } catch (IOException e) {
      throw new SearchUnavailableException("The search index does not answer.", e);
    } catch (ElasticsearchException e) {
      throw unavailable(e);
    }
  }

  /**
   * Asks several things at once.
   *
   * @return an answer to each, in their order
   * @throws SearchUnavailableException when one has no answer
   */
  <T> List<MultiSearchItem<T>> askAll(MsearchRequest questions, Class<T> document) {
    return ask(elasticsearch -> elasticsearch.msearch(questions, document)).responses().stream()
        .map(
            answer -> {
              if (answer.isFailure()) {
                throw unavailable(new ElasticsearchException("msearch", answer.failure()));
              }
              return answer.result();
            })
        .toList();
  }

  private static SearchUnavailableException unavailable(ElasticsearchException e) {
    return new SearchUnavailableException(
        e.status() == 404
            ? "The search index is not there yet."
            : "The search index answers " + e.status() + ".",
        e);
  }
}
