package dev.portolan.search.query.dependency.http;

import dev.portolan.search.query.dependency.Dependencies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Puts the client together. */
@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {

  @Bean
  Dependencies dependencies(CatalogProperties properties) {
    JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory();
    requests.setReadTimeout(properties.patience());
    return new Dependencies(
        new CatalogDependencyGraph(
            RestClient.builder().requestFactory(requests).baseUrl(properties.url()).build()));
  }
}
