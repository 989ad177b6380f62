package dev.portolan.ingestion.adapter.kubernetes;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.utils.TokenRefreshInterceptor;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Makes clients that know nothing but what they are told. */
final class Client {
  private static final int CONNECT_MILLIS = 10_000;
  private static final int ANSWER_MILLIS = 30_000;
  private static final int RETRIES = 2;
  private static final int RETRY_MILLIS = 200;

  private Client() {}

  static KubernetesClient of(Access access) {
    // Neither a kubeconfig, nor a mounted account, nor variables of the environment are looked at.
    ConfigBuilder config =
        new ConfigBuilder(Config.empty())
            .withAutoConfigure(false)
            .withMasterUrl(access.url().toString())
            .withConnectionTimeout(CONNECT_MILLIS)
            .withRequestTimeout(ANSWER_MILLIS)
            .withRequestRetryBackoffLimit(RETRIES)
            .withRequestRetryBackoffInterval(RETRY_MILLIS)
            // Or nobody would learn that nothing is heard.
            .withWatchReconnectLimit(RETRIES);
    access
        .caCertificate()
        .ifPresent(
            pem ->
                config.withCaCertData(
                    Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII))));
    return new KubernetesClientBuilder()
        .withConfig(config.build())
        .withHttpClientFactory(new WithoutRedirects())
        .withHttpClientBuilderConsumer(
            http -> http.addOrReplaceInterceptor(TokenRefreshInterceptor.NAME, new Token(access)))
        .build();
  }

  /** A redirect would take the token along. */
  private static final class WithoutRedirects extends JdkHttpClientFactory {
    @Override
    protected void additionalConfig(HttpClient.Builder builder) {
      builder.followRedirects(HttpClient.Redirect.NEVER);
    }
  }

  /** In the place of fabric8's own, which would look for another token in a kubeconfig. */
  private record Token(Access access) implements Interceptor {
    @Override
    public void before(BasicBuilder headers, HttpRequest request, RequestTags tags) {
      headers.setHeader("Authorization", "Bearer " + access.token().get());
    }
  }
}
