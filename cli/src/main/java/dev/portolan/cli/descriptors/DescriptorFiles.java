package dev.portolan.cli.descriptors;

import dev.portolan.cli.CommandFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds the files that may hold descriptors; the service decides by content which of them do. */
public final class DescriptorFiles {
  private static final Set<String> ENDINGS = Set.of("yaml", "yml", "json", "jsonl", "ndjson");
  private static final Set<String> PASSED_OVER = Set.of(".git", "node_modules");

  private DescriptorFiles() {}

  /**
   * All files that are named, and all files of a descriptor's ending below the folders that are
   * named, in the order of their paths. A file that is named is taken whatever its ending.
   *
   * @throws CommandFailed when a path does not exist or cannot be read
   */
  public static List<DescriptorFile> below(List<Path> paths) {
    return paths.stream().flatMap(path -> filesOf(path).stream()).distinct().toList();
  }

  /** The names of a path, whatever this machine puts between them. */
  public static String slashed(Path path) {
    return StreamSupport.stream(path.spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }

  private static List<DescriptorFile> filesOf(Path path) {
    if (!Files.exists(path)) {
      throw new CommandFailed(path + " does not exist.");
    }
    try (Stream<Path> walk = Files.walk(path)) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> file.equals(path) || isCandidate(path.relativize(file)))
          .sorted()
          .map(DescriptorFiles::sized)
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new CommandFailed(path + " cannot be searched: " + e.getMessage(), e);
    }
  }

  private static boolean isCandidate(Path file) {
    for (Path part : file) {
      if (PASSED_OVER.contains(part.toString())) {
        return false;
      }
    }
    return hasDescriptorEnding(file.getFileName().toString());
  }

  static boolean hasDescriptorEnding(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    return ENDINGS.contains(plain.substring(plain.lastIndexOf('.') + 1));
  }

  private static DescriptorFile sized(Path file) {
    try {
      return new DescriptorFile(file, Files.size(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
