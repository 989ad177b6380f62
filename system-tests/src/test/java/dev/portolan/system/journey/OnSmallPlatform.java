package dev.portolan.system.journey;

import dev.portolan.system.platform.Platform;
import dev.portolan.system.platform.Repository;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands out a second platform, which has some hundred entities: for journeys of which every step
 * concerns the whole catalog, and would take long beside the 100,000 entities of another.
 */
final class OnSmallPlatform implements ParameterResolver {
  private static final Namespace HERE = Namespace.create(OnSmallPlatform.class);

  private record Running(Platform platform) implements AutoCloseable {
    static Running start() {
      Path data = Repository.root().resolve("system-tests/target/small-platform");
      OnPlatform.deleteBelow(data);
      Platform platform = Platform.onFreePorts(data);
      platform.up();
      return new Running(platform);
    }

    @Override
    public void close() {
      platform.down();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Platform.class;
  }

  @Override
  public Platform resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(HERE)
        .computeIfAbsent("platform", _ -> Running.start(), Running.class)
        .platform();
  }
}
