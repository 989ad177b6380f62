package dev.portolan.cli.load;

import dev.portolan.cli.descriptors.DescriptorFile;
import dev.portolan.cli.descriptors.DescriptorFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Files that are sent in one request, and so are judged together: what defines a kind may stand in
 * one, and what is of that kind in one before it.
 *
 * @param folder the deepest that holds all files of the load
 * @param files by their place in that folder, with slashes
 * @param size of them all, in bytes, as they lie on disk
 */
record Parcel(Path folder, SequencedMap<String, Path> files, long size) {
  /** As archives, half of what ingestion-service takes; as they are, an eighth. */
  private static final long MOST_BYTES = 8 << 20;

  /** Half of what ingestion-service takes. */
  private static final int MOST_FILES = 10_000;

  /** The files in their order, those that travel alone last: they are large, or may be. */
  static List<Parcel> of(List<DescriptorFile> files) {
    List<List<DescriptorFile>> groups = new ArrayList<>();
    List<DescriptorFile> open = new ArrayList<>();
    long size = 0;
    for (DescriptorFile file : files.stream().filter(each -> !travelsAlone(each)).toList()) {
      if (size + file.size() > MOST_BYTES || open.size() == MOST_FILES) {
        groups.add(open);
        open = new ArrayList<>();
        size = 0;
      }
      open.add(file);
      size += file.size();
    }
    groups.add(open);
    files.stream().filter(Parcel::travelsAlone).map(List::of).forEach(groups::add);
    Path folder = common(files);
    return groups.stream()
        .filter(group -> !group.isEmpty())
        .map(group -> together(folder, group))
        .toList();
  }

  private static Parcel together(Path folder, List<DescriptorFile> group) {
    SequencedMap<String, Path> files = new LinkedHashMap<>();
    // The same file may be named twice, in two ways.
    group.forEach(file -> files.putIfAbsent(name(folder, file.path()), file.path()));
    return new Parcel(folder, files, group.stream().mapToLong(DescriptorFile::size).sum());
  }

  /** The file of that name; the only one, or the folder, where there is no name. */
  Path file(@Nullable String name) {
    return name == null ? place() : files.getOrDefault(name, folder);
  }

  /** What it is, where a person reads of it. */
  @Override
  public String toString() {
    return place().toString();
  }

  private Path place() {
    return files.size() == 1 ? files.firstEntry().getValue() : folder;
  }

  private static boolean travelsAlone(DescriptorFile file) {
    return file.size() > MOST_BYTES / 2 || file.path().toString().endsWith(".gz");
  }

  private static String name(Path folder, Path file) {
    return DescriptorFiles.slashed(folder.relativize(whole(file)));
  }

  private static Path common(List<DescriptorFile> files) {
    Path common = Objects.requireNonNull(whole(files.getFirst().path()).getParent());
    for (DescriptorFile file : files) {
      while (!whole(file.path()).startsWith(common)) {
        common = Objects.requireNonNull(common.getParent());
      }
    }
    return common;
  }

  private static Path whole(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
