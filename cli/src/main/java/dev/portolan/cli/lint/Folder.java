package dev.portolan.cli.lint;

import dev.portolan.cli.CommandFailed;
import dev.portolan.cli.load.DescriptorFile;
import dev.portolan.cli.load.DescriptorFiles;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about.
 *
 * @param root a folder, or the only file
 * @param files that `load` would send
 */
record Folder(Path root, List<Path> files) {

  /**
   * Finds the files as `load` does.
   *
   * @throws CommandFailed when there are none
   */
  static Folder at(Path root) {
    List<Path> files =
        DescriptorFiles.below(List.of(root)).stream().map(DescriptorFile::path).toList();
    if (files.isEmpty()) {
      throw new CommandFailed("No descriptors in " + root + ": no YAML, JSON or JSON Lines file.");
    }
    return new Folder(root, files);
  }

  /** What a file is called where it is asked about: by its place in the folder, with slashes. */
  String name(Path file) {
    return Paths.slashed(file.equals(root) ? root.getFileName() : root.relativize(file));
  }

  /** The file that is called so; the root where none is. */
  Path file(@Nullable String name) {
    return files.stream().filter(file -> name(file).equals(name)).findFirst().orElse(root);
  }
}
