package dev.portolan.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsOfServicesTest {
  @Test
  void theEnvironmentSetsAnotherHeap() {
    assertThat(Service.CATALOG.heap(Map.of("PORTOLAN_CATALOG_HEAP", "1g"))).isEqualTo("1g");
    assertThat(Service.CATALOG.heap(Map.of("PORTOLAN_CATALOG_HEAP", " "))).isEqualTo("384m");
  }

  @Test
  void clonesOfGitAreKeptWithTheDataUnlessSaidOtherwise() {
    Path data = Path.of("/data");
    assertThat(ServiceEnvironment.of(Map.of(), data, Map.of()))
        .containsEntry("PORTOLAN_GIT_CACHE", "/data/git");
    assertThat(ServiceEnvironment.of(Map.of(), data, Map.of("PORTOLAN_GIT_CACHE", "/big")))
        .containsEntry("PORTOLAN_GIT_CACHE", "/big");
  }

  @Test
  void aDataFolderIsRelativeToWhereThePersonStands() {
    assertThat(Home.at(Path.of("mine")).data()).isEqualTo(Path.of("mine").toAbsolutePath());
  }
}
