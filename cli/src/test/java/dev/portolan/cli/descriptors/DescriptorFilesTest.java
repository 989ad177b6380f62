package dev.portolan.cli.descriptors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.cli.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescriptorFilesTest {
  @TempDir Path folder;

  @Test
  void aFolderIsSearchedForYamlAndJsonAndTheirCompressedForms() throws IOException {
    Path nested = Files.createDirectories(folder.resolve("team/service"));
    Path yaml = Files.writeString(nested.resolve("catalog-info.yaml"), "kind: Component");
    Path compressed = Files.writeString(folder.resolve("all.jsonl.gz"), "");
    Files.writeString(folder.resolve("README.md"), "# No descriptor");

    assertThat(DescriptorFiles.below(List.of(folder)))
        .extracting(DescriptorFile::path)
        .containsExactly(compressed, yaml);
  }

  @Test
  void whatGitAndNpmKeepForThemselvesIsPassedOver() throws IOException {
    Files.writeString(
        Files.createDirectories(folder.resolve("node_modules/x")).resolve("package.json"), "{}");

    assertThat(DescriptorFiles.below(List.of(folder))).isEmpty();
  }

  @Test
  void aFileThatIsNamedIsTakenWhateverItsEnding() throws IOException {
    Path odd = Files.writeString(folder.resolve("descriptors.txt"), "kind: Component");

    assertThat(DescriptorFiles.below(List.of(odd))).containsExactly(new DescriptorFile(odd, 15));
  }

  @Test
  void aPathThatDoesNotExistIsSaid() {
    assertThatThrownBy(() -> DescriptorFiles.below(List.of(folder.resolve("nothing"))))
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining("nothing does not exist");
  }
}
