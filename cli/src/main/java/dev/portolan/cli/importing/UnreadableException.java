package dev.portolan.cli.importing;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file cannot be read; the message names it and says why. */
final class UnreadableException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableException(Path file, String problem, @Nullable Throwable cause) {
    super(file + " " + problem, cause);
  }
}
