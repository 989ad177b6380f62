package dev.portolan.system.journey;

import dev.portolan.system.platform.Platform;
import dev.portolan.system.platform.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands a journey the platform that all journeys of the build share, and the spans that it sends:
 * started from nothing by the first, stopped after the last. Its folder stays, so that its logs can
 * be read afterwards. Journeys of which every step concerns the whole catalog come {@link #FIRST},
 * what brings 100,000 entities comes {@link #LAST}.
 */
final class OnPlatform implements ParameterResolver {
  /** The order of a journey that is to find little beside what it brings. */
  static final int FIRST = 1;

  /** The order of a journey beside whose entities others would take long. */
  static final int LAST = Integer.MAX_VALUE;

  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(OnPlatform.class);

  /** Where journeys lay files that a source reads. */
  static Path folders(Path data) {
    return data.resolve("folders");
  }

  private record Running(Platform platform, Spans spans) implements AutoCloseable {
    static Running start() {
      Path data = Repository.root().resolve("system-tests/target/platform");
      deleteBelow(data);
      Spans spans = new Spans();
      Platform platform =
          Platform.onFreePorts(data)
              .with(
                  "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT",
                  spans.endpoint().toString())
              .with("PORTOLAN_FOLDERS", folders(data).toString());
      platform.up();
      return new Running(platform, spans);
    }

    @Override
    public void close() {
      platform.down();
      spans.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Platform.class || type == Spans.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Running running =
        context
            .getRoot()
            .getStore(HERE)
            .computeIfAbsent("platform", _ -> Running.start(), Running.class);
    return parameter.getParameter().getType() == Platform.class
        ? running.platform()
        : running.spans();
  }

  private static void deleteBelow(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
