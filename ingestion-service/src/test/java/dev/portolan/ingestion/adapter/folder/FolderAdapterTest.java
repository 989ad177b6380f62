package dev.portolan.ingestion.adapter.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import dev.portolan.ingestion.adapter.SourceAdapter;
import dev.portolan.ingestion.adapter.SourceAdapterContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FolderAdapterTest extends SourceAdapterContract {

  @Override
  protected SourceAdapter adapter() {
    return new FolderAdapter(SEARCH, new AllowedFolders(List.of(outside)));
  }

  @Override
  protected Map<String, Object> publish(Path folder) {
    return Map.of("path", folder.toString());
  }

  @Test
  void aFolderThatNobodyAllowedIsRefused() {
    SourceAdapter strict =
        new FolderAdapter(SEARCH, new AllowedFolders(List.of(source().resolve("inner"))));

    assertThatThrownBy(() -> strict.check(publish(source())))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("PORTOLAN_FOLDERS");
  }

  @Test
  void aFolderThatIsReachedThroughALinkOutOfTheAllowedOnesIsRefused() throws IOException {
    Files.createSymbolicLink(source().resolve("way-out"), Path.of("/usr"));

    assertThatThrownBy(() -> adapter().check(publish(source().resolve("way-out"))))
        .hasMessageContaining("may not be read");
  }

  @Test
  void whatBelongsToGitIsNotRead() throws IOException {
    file("config.yaml", api("$text: ./.git/config"));
    file("inner/link.yaml", api("$text: ./way-in").replace("shop", "link"));
    file("location.yaml", location("./.git/x.yaml"));
    Files.createSymbolicLink(source().resolve("inner/way-in"), Path.of("../.git/config"));
    file(".git/x.yaml", group("hidden"));
    file(".git/config", "[remote]\n");
    file("inner/.GIT/config", "[remote]\n");
    file("inner/upper.yaml", api("$text: ./.GIT/config").replace("shop", "upper"));

    read(Map.of());

    assertThat(names()).containsExactly("location");
    assertThat(rejected()).hasSize(3);
  }

  @Test
  void aMissingFolderIsRefused() {
    assertThatThrownBy(() -> adapter().check(publish(source().resolve("gone"))))
        .isInstanceOfSatisfying(
            InvalidConfigurationException.class, e -> assertThat(e.key()).isEqualTo("path"));
  }
}
