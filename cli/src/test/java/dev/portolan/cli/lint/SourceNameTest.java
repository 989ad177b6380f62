package dev.portolan.cli.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceNameTest {

  @ParameterizedTest
  @CsvSource({
    "/work/catalog, catalog",
    "/work/catalog/../shop/, shop",
    "/work/catalog-info.yaml, catalog-info.yaml",
    "/work/my shop, lint",
    "/work/.catalog, lint",
    "/work/a--b, lint",
    "/, lint",
  })
  void theSourceIsCalledAsTheFolderWhereItCanBe(Path path, String name) {
    assertThat(SourceName.of(path)).isEqualTo(name);
  }

  @Test
  void aNameThatIsTooLongForASourceIsNotTaken() {
    assertThat(SourceName.of(Path.of("a".repeat(63)))).hasSize(63);
    assertThat(SourceName.of(Path.of("a".repeat(64)))).isEqualTo("lint");
  }
}
