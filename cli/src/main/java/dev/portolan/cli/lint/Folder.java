package dev.portolan.cli.lint;

import dev.portolan.cli.CommandFailed;
import dev.portolan.cli.descriptors.DescriptorFile;
import dev.portolan.cli.descriptors.DescriptorFiles;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about.
 *
 * @param root a folder, or the only file
 * @param files that `load` would send, by what they are called where they are asked about: their
 *     place in the folder, with slashes
 */
record Folder(Path root, SequencedMap<String, Path> files) {

  /**
   * Finds the files as `load` does.
   *
   * @throws CommandFailed when there are none
   */
  static Folder at(Path root) {
    List<Path> found =
        DescriptorFiles.below(List.of(root)).stream().map(DescriptorFile::path).toList();
    if (found.isEmpty()) {
      throw new CommandFailed("No descriptors in " + root + ": no YAML, JSON or JSON Lines file.");
    }
    return of(root, found);
  }

  /** The given files of a folder. */
  static Folder of(Path root, List<Path> found) {
    SequencedMap<String, Path> files = new LinkedHashMap<>();
    for (Path file : found) {
      String name =
          DescriptorFiles.slashed(file.equals(root) ? root.getFileName() : root.relativize(file));
      if (files.put(name, file) != null) {
        throw new CommandFailed(
            "Two files are called " + name + " here. Set LANG to a locale with UTF-8.");
      }
    }
    return new Folder(root, files);
  }

  /** The file that is called so; the root where none is. */
  Path file(@Nullable String name) {
    return name == null ? root : files.getOrDefault(name, root);
  }
}
