package dev.portolan.gateway.service.http;

import dev.portolan.gateway.service.Service;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the services are, and how long and how much they are asked.
 *
 * @param ingestionUrl where ingestion-service answers
 * @param catalogUrl where catalog-service answers
 * @param searchUrl where search-service answers
 * @param scorecardUrl where scorecard-service answers
 * @param connectTimeout how long a connection may take
 * @param readTimeout how long an answer may take; longer than the two seconds that a service waits
 *     for a version to arrive
 * @param answerTimeout how long a call may take in all, a second try and the last byte included
 * @param patientTimeout how long a call may take in all that looks at everything there is; an
 *     answer as a whole ends soon after
 * @param concurrentCalls how many calls to one service may be under way at once
 * @param waitingCalls how many calls more may be under way that wait for a version to arrive
 * @param queueTimeout how long a call waits for its turn when that many are; an answer as a whole
 *     ends before
 * @param retryAfter how long a service that was found away is left alone
 */
@ConfigurationProperties("portolan.services")
public record ServiceProperties(
    URI ingestionUrl,
    URI catalogUrl,
    URI searchUrl,
    URI scorecardUrl,
    @DefaultValue("1s") Duration connectTimeout,
    @DefaultValue("8s") Duration readTimeout,
    @DefaultValue("10s") Duration answerTimeout,
    @DefaultValue("18s") Duration patientTimeout,
    @DefaultValue("64") int concurrentCalls,
    @DefaultValue("32") int waitingCalls,
    @DefaultValue("30s") Duration queueTimeout,
    @DefaultValue("2s") Duration retryAfter) {

  URI url(Service service) {
    return switch (service) {
      case INGESTION -> ingestionUrl;
      case CATALOG -> catalogUrl;
      case SEARCH -> searchUrl;
      case SCORECARD -> scorecardUrl;
    };
  }
}
