package dev.portolan.ingestion.adapter.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.ingestion.adapter.SourceAdapter;
import dev.portolan.ingestion.descriptor.DescriptorReader;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;

class AdapterConfigurationTest {

  /** The clock that the service has. */
  static class Clocks {
    @Bean
    InstantSource clock() {
      return InstantSource.system();
    }
  }

  @Test
  void theAdaptersAreThereUnderTheirNames() {
    try (var context =
        new AnnotationConfigApplicationContext(
            DescriptorReader.class, Clocks.class, AdapterConfiguration.class)) {
      assertThat(context.getBeansOfType(SourceAdapter.class).values())
          .extracting(SourceAdapter::name)
          .containsExactlyInAnyOrder(
              "folder", "git", "http", "kafka", "kubernetes", "ldap", "mysql", "postgres");
    }
  }

  @Test
  void noFolderMayBeReadUnlessItIsNamed() {
    try (var context =
        new AnnotationConfigApplicationContext(
            DescriptorReader.class, Clocks.class, AdapterConfiguration.class)) {
      AdapterProperties properties = context.getBean(AdapterProperties.class);

      assertThat(properties.folders()).isEmpty();
      assertThat(properties.gitCacheOrTemporary())
          .isEqualTo(Path.of(System.getProperty("java.io.tmpdir"), "portolan-git"));
    }
  }

  @Test
  void foldersAreNamedInOneVariableSeparatedByCommas() {
    try (var context = new AnnotationConfigApplicationContext()) {
      context
          .getEnvironment()
          .getSystemProperties()
          .put("portolan.adapters.folders", "/srv/a,/srv/b");
      AdapterProperties properties =
          Binder.get(context.getEnvironment())
              .bindOrCreate("portolan.adapters", Bindable.of(AdapterProperties.class));

      assertThat(properties.folders()).containsExactly(Path.of("/srv/a"), Path.of("/srv/b"));
    } finally {
      System.clearProperty("portolan.adapters.folders");
    }
  }
}
