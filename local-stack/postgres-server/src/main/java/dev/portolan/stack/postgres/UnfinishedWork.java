package dev.portolan.stack.postgres;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that are filled beside their place and moved into it when they are whole. */
final class UnfinishedWork {
  private static final String PREFIX = "unfinished-";

  private UnfinishedWork() {}

  static Path begin(Path folder) throws IOException {
    return Files.createTempDirectory(folder, PREFIX);
  }

  /** What a launcher that was killed has left. */
  static void clearAway(Path folder) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*")) {
      for (Path path : left) {
        delete(path);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
