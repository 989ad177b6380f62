package dev.portolan.ingestion.adapter.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.ingestion.adapter.network.AllowedHosts;
import dev.portolan.ingestion.descriptor.format.Formats;
import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.transport.http.JDKHttpConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneHostTest {
  private static final AllowedHosts NONE = AllowedHosts.of(GitSettings.NAMES, List.of(), List.of());

  @Test
  void connectsToTheHostOfTheSource() throws IOException {
    assertThat(source("https://8.8.8.8/a.git").create(URI.create("https://8.8.8.8:443/b").toURL()))
        .isNotNull();
  }

  @Test
  void aRedirectToAnotherHostIsNotFollowed() {
    OneHost connections = source("https://8.8.8.8/a.git");

    for (String url :
        List.of("https://8.8.4.4/a.git", "http://8.8.8.8/a.git", "https://8.8.8.8:8443/a.git")) {
      assertThatThrownBy(() -> connections.create(URI.create(url).toURL(), Proxy.NO_PROXY))
          .as(url)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("redirects to");
    }
  }

  @Test
  void aNameThatHasComeToMeanAHostInsideIsNotConnectedTo() {
    assertThatThrownBy(
            () -> source("https://localhost/a").create(URI.create("https://localhost/a").toURL()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("PORTOLAN_GIT_INSIDE_HOSTS");
  }

  @Test
  void everyFetchIsHeldToIt(@TempDir Path folder) {
    GitCache cache =
        new GitCache(
            new GitSettings(folder, Duration.ofSeconds(1), Duration.ofSeconds(1), NONE),
            variable -> null);
    GitSource source =
        new GitSource(
            "https://127.0.0.1:1/a.git",
            Optional.empty(),
            "",
            List.of(),
            Formats.NONE,
            "me",
            Optional.empty());

    assertThatThrownBy(() -> cache.fetch(source, (repository, commit) -> commit))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("PORTOLAN_GIT_INSIDE_HOSTS");
  }

  private static OneHost source(String url) {
    return new OneHost(URI.create(url), NONE, new JDKHttpConnectionFactory());
  }
}
