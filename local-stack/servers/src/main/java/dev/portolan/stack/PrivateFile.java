package dev.portolan.stack;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that only its owner may read, and that is there whole or not at all. */
public final class PrivateFile {
  /** Writes the contents. */
  @FunctionalInterface
  public interface Contents {
    void to(Writer writer) throws IOException;
  }

  private PrivateFile() {}

  public static void write(Path file, Contents contents) throws IOException {
    Files.createDirectories(file.getParent());
    // A temporary file is made readable by its owner alone.
    Path partial = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
    try (Writer writer = Files.newBufferedWriter(partial)) {
      contents.to(writer);
    }
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
