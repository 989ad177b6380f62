package dev.portolan.ingestion.adapter.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.ingestion.adapter.News;
import dev.portolan.ingestion.adapter.folder.AllowedFolders;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitNewsTest {
  private static final String URL = "https://github.com/Acme/catalog.git";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://github.com/Acme/catalog.git",
        "https://github.com/acme/catalog",
        "https://GitHub.com/acme/catalog/",
        "https://somebody@github.com/acme/catalog.git"
      })
  void aPushToTheSourcesRepositoryConcernsItHoweverTheAddressIsWritten(String address) {
    assertThat(GitNews.passesOver(main(), push(address, "main"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://github.com/acme/catalog2",
        "https://github.com/evil/acme/catalog",
        "https://github.example.com/acme/catalog",
        ""
      })
  void aPushToAnotherRepositoryDoesNot(String address) {
    assertThat(GitNews.passesOver(main(), push(address, "main")).orElseThrow())
        .contains("another repository");
  }

  @Test
  void aPushToAnotherBranchDoesNot() {
    assertThat(GitNews.passesOver(main(), push(URL, "feature")).orElseThrow())
        .contains("the branch feature");
    assertThat(GitNews.passesOver(main(), push(URL, "Main"))).isPresent();
  }

  @Test
  void whereTheSourceNamesNoBranchTheStandardOneIsMeant() {
    assertThat(GitNews.passesOver(source(Map.of("url", URL)), push(URL, "trunk"))).isEmpty();
    assertThat(GitNews.passesOver(source(Map.of("url", URL)), push(URL, "main"))).isPresent();
    assertThat(
            GitNews.passesOver(
                source(Map.of("url", URL)), new News.Push(Set.of(URL), "main", null)))
        .isEmpty();
  }

  @Test
  void whatIsNoPushDoesNotAndWhatIsNotDescribedMay() {
    assertThat(GitNews.passesOver(main(), new News.Other("issues")).orElseThrow())
        .contains("issues");
    assertThat(GitNews.passesOver(main(), new News.Unknown())).isEmpty();
  }

  private static News.Push push(String repository, String branch) {
    return new News.Push(Set.of(repository), branch, "trunk");
  }

  private static GitSource main() {
    return source(Map.of("url", URL, "branch", "main"));
  }

  private static GitSource source(Map<String, Object> configuration) {
    return GitSource.of(configuration, new AllowedFolders(List.of()));
  }
}
