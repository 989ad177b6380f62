package dev.portolan.system.journey;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Catalogs that do not ship with the project. */
final class SharedData {
  private SharedData() {}

  /** Where it is not, the journey cannot be made, and says so. */
  static Path require(Path path) {
    Assumptions.assumeTrue(Files.exists(path), path + " is not on this machine");
    return path;
  }
}
