package dev.portolan.catalog.dependency.past.http;

import dev.portolan.catalog.dependency.past.History;
import io.micrometer.observation.ObservationRegistry;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HistoryProperties.class)
class HistoryConfiguration {

  @Bean
  History history(HistoryProperties properties, ObservationRegistry observations) {
    JdkClientHttpRequestFactory requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build());
    requests.setReadTimeout(properties.readTimeout());
    return new IngestionHistory(
        RestClient.builder()
            .requestFactory(requests)
            .observationRegistry(observations)
            .baseUrl(properties.url())
            .build());
  }
}
