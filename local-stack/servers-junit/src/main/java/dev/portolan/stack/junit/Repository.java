package dev.portolan.stack.junit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The root of the repository: tests run in the folder of their module, or in any other below it.
 */
final class Repository {
  private Repository() {}

  static Path root() {
    Path start = Path.of("").toAbsolutePath();
    @Nullable Path folder = start;
    while (folder != null && Files.notExists(folder.resolve("local-stack/servers/pom.xml"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException(
          start + " is not in Portolan's repository, from whose build the servers start");
    }
    return folder;
  }
}
