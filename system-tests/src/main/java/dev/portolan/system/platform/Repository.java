package dev.portolan.system.platform;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where things are in the repository, whichever of its folders this runs in. */
public final class Repository {
  private Repository() {}

  /** The folder that holds the {@code portolan} command. */
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("portolan"))) {
      Path parent = folder.getParent();
      if (parent == null) {
        throw new IllegalStateException(Path.of("").toAbsolutePath() + " is not in the repository");
      }
      folder = parent;
    }
    return folder;
  }

  /** Real catalogs, beside the repository where its builders work; absent elsewhere. */
  public static Path sharedData() {
    return root().resolveSibling("shared").resolve("data");
  }
}
