package dev.portolan.ingestion.adapter.folder;

import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * The folders of this machine that sources may be read from.
 *
 * <p>Whoever may configure a source must not thereby read every file of the machine, so the one who
 * runs the service names the folders.
 *
 * @param roots below which everything may be read; none: no folder at all
 */
public record AllowedFolders(List<Path> roots) {

  /**
   * Finds a folder.
   *
   * @param key of the configuration that names it
   * @return its real path
   * @throws InvalidConfigurationException when there is none, or when it may not be read
   */
  public Path find(String key, String path) {
    try {
      Path real = Path.of(path).toRealPath();
      if (roots.stream().noneMatch(root -> contains(root, real))) {
        throw new InvalidConfigurationException(
            key,
            "The folder %s may not be read: name it, or one above it, in PORTOLAN_FOLDERS and start the service again."
                .formatted(path));
      }
      if (!Files.isDirectory(real)) {
        throw new InvalidConfigurationException(key, path + " is no folder.");
      }
      return real;
    } catch (IOException | InvalidPathException e) {
      throw new InvalidConfigurationException(key, "There is no folder " + path + ".");
    }
  }

  private static boolean contains(Path root, Path real) {
    try {
      return real.startsWith(root.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }
}
