package dev.portolan.ingestion.adapter.kubernetes;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What Kubernetes gives a service that runs in it.
 *
 * @param url of the cluster's API server
 * @param folder with the token and the certificate of who signed for the API server
 */
public record ServiceAccount(URI url, Path folder) {
  private static final Path FOLDER = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

  /** The service's own, if it runs in a cluster that gives it one. */
  public static Optional<ServiceAccount> of(UnaryOperator<@Nullable String> environment) {
    String host = environment.apply("KUBERNETES_SERVICE_HOST");
    String port = environment.apply("KUBERNETES_SERVICE_PORT");
    if (host == null || port == null || !Files.isReadable(FOLDER.resolve("token"))) {
      return Optional.empty();
    }
    String bracketed = host.contains(":") ? "[" + host + "]" : host;
    return Optional.of(new ServiceAccount(URI.create("https://" + bracketed + ":" + port), FOLDER));
  }

  Access access() {
    return new Access(url, () -> read("token"), Optional.of(read("ca.crt")));
  }

  private String read(String file) {
    try {
      return Files.readString(folder.resolve(file)).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
