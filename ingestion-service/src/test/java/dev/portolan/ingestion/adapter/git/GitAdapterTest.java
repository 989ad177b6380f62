package dev.portolan.ingestion.adapter.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import dev.portolan.ingestion.adapter.SourceAdapter;
import dev.portolan.ingestion.adapter.SourceAdapterContract;
import dev.portolan.ingestion.adapter.SourceReading;
import dev.portolan.ingestion.adapter.folder.AllowedFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;

class GitAdapterTest extends SourceAdapterContract {
  private final Map<String, String> environment = new HashMap<>();

  @Override
  protected SourceAdapter adapter() {
    GitSettings settings =
        new GitSettings(outside.resolve("cache"), Duration.ofSeconds(10), Duration.ofMinutes(1));
    return new GitAdapter(SEARCH, new AllowedFolders(List.of(outside)), settings, environment::get);
  }

  @Override
  protected Map<String, Object> publish(Path folder) {
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      git.add().addFilepattern(".").call();
      git.add().addFilepattern(".").setUpdate(true).call();
      git.commit().setSign(false).setAuthor("A", "a@example.com").setMessage("Now").call();
      return Map.of("url", folder.toUri().toString());
    } catch (GitAPIException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void saysWhichCommitWasRead() {
    file("a.yaml", group("a"));

    assertThat(read(Map.of()).revision()).matches("[0-9a-f]{40}");
  }

  @Test
  void keepsToAFolderOfTheRepository() {
    file("a.yaml", group("a"));
    file("inner/b.yaml", group("b"));

    read(Map.of("path", "./inner"));

    assertThat(names()).containsExactly("b");
  }

  @Test
  void readsTheBranchThatIsAskedFor() throws IOException, GitAPIException {
    file("a.yaml", group("a"));
    publish(source());
    try (Git git = Git.open(source().toFile())) {
      git.checkout().setCreateBranch(true).setName("next").call();
      file("a.yaml", group("b"));
      publish(source());
      git.checkout().setName("main").call();
    }

    read(Map.of("branch", "next"));

    assertThat(names()).containsExactly("b");
  }

  @Test
  void aBranchThatIsNotThereMakesTheReadingIncomplete() {
    file("a.yaml", group("a"));

    SourceReading reading = read(Map.of("branch", "gone"));

    assertThat(reading.complete()).isFalse();
    assertThat(reading.faults()).singleElement().asString().contains("refs/heads/gone");
    assertThat(names()).isEmpty();
  }

  @Test
  void onlyTheLastCommitIsFetched() throws IOException {
    file("a.yaml", group("a"));
    publish(source());
    file("a.yaml", group("b"));
    read(Map.of());

    try (var caches = Files.list(outside.resolve("cache"))) {
      assertThat(caches.toList())
          .singleElement()
          .satisfies(cache -> assertThat(cache.resolve("shallow")).isNotEmptyFile());
    }
  }

  @Test
  void aCacheThatIsBrokenIsMadeAnew() throws IOException {
    file("a.yaml", group("a"));
    read(Map.of());
    try (var files = Files.walk(outside.resolve("cache"))) {
      for (Path file : files.filter(f -> f.endsWith("HEAD") || f.endsWith("config")).toList()) {
        Files.writeString(file, "not git");
      }
    }

    assertThat(read(Map.of()).complete()).isTrue();
  }

  @Test
  void credentialsDoNotBelongIntoTheConfiguration() {
    assertThatThrownBy(() -> adapter().check(Map.of("url", "https://me:secret@example.com/a.git")))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("tokenVariable")
        .hasMessageNotContaining("secret");
  }

  @Test
  void onlyVariablesThatAreMeantForGitCanBeNamed() {
    environment.put("PORTOLAN_POSTGRES_PASSWORD", "secret");

    assertThatThrownBy(
            () ->
                adapter()
                    .check(
                        Map.of(
                            "url", "https://example.com/a.git",
                            "tokenVariable", "PORTOLAN_POSTGRES_PASSWORD")))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("PORTOLAN_GIT_");
  }

  @Test
  void aVariableThatIsNotSetIsSaidBeforeAnythingIsFetched() {
    assertThatThrownBy(
            () ->
                adapter()
                    .check(
                        Map.of(
                            "url", "https://example.com/a.git",
                            "tokenVariable", "PORTOLAN_GIT_TOKEN")))
        .hasMessageContaining("no environment variable PORTOLAN_GIT_TOKEN");
  }

  @Test
  void otherProtocolsAreRefused() {
    for (String url :
        List.of("git://example.com/a", "ssh://example.com/a", "/etc", "file:///etc")) {
      assertThatThrownBy(() -> adapter().check(Map.of("url", url)))
          .as(url)
          .isInstanceOf(InvalidConfigurationException.class);
    }
  }
}
