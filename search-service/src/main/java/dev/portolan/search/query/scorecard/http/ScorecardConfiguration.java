package dev.portolan.search.query.scorecard.http;

import dev.portolan.search.query.scorecard.Standings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Puts the client together. */
@Configuration(proxyBeanMethods = false)
class ScorecardConfiguration {

  @Bean
  Standings standings(ScorecardProperties properties) {
    JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory();
    requests.setReadTimeout(properties.patience());
    return new Standings(
        new ScorecardResults(
            RestClient.builder().requestFactory(requests).baseUrl(properties.url()).build()));
  }
}
