package dev.portolan.ingestion.adapter.folder;

import dev.portolan.ingestion.adapter.SearchLimits;
import dev.portolan.ingestion.adapter.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The files below a folder, none of them reached through a link that leads out of it. */
final class FolderTree implements SourceTree {
  private final Path root;

  /**
   * Takes a folder.
   *
   * @param root its real path
   */
  FolderTree(Path root) {
    this.root = root;
  }

  @Override
  public Listing list() throws IOException {
    Visitor visitor = new Visitor();
    Files.walkFileTree(root, visitor);
    visitor.files.sort(null);
    return new Listing(visitor.files, visitor.faults, visitor.notes);
  }

  @Override
  public InputStream open(String path) throws IOException {
    try {
      Path real = root.resolve(path).toRealPath();
      if (!real.startsWith(root)) {
        throw new AccessDeniedException(path, null, "it leads out of the source");
      }
      if (belongsToGit(root.relativize(real))) {
        throw new AccessDeniedException(
            path, null, "it belongs to git, which may keep tokens there");
      }
      if (!Files.isRegularFile(real)) {
        throw new NoSuchFileException(path, null, "it is no regular file");
      }
      // No link: the path is real, unless someone has put one there since.
      return Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS);
    } catch (InvalidPathException e) {
      throw new NoSuchFileException(path, null, e.getReason());
    }
  }

  private static boolean belongsToGit(Path path) {
    return StreamSupport.stream(path.spliterator(), false)
        .anyMatch(part -> part.toString().equalsIgnoreCase(".git"));
  }

  /** Goes through the folder; links are not followed, so it ends. */
  private final class Visitor extends SimpleFileVisitor<Path> {
    final List<String> files = new ArrayList<>();
    final List<String> faults = new ArrayList<>();
    final List<String> notes = new ArrayList<>();

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return belongsToGit(root.relativize(folder))
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isSymbolicLink()) {
        link(file);
      } else if (attributes.isRegularFile()) {
        files.add(relative(file));
      }
      if (files.size() < SearchLimits.FILES) {
        return FileVisitResult.CONTINUE;
      }
      faults.add(
          "The folder has more than " + SearchLimits.FILES + " files: the rest is not read.");
      return FileVisitResult.TERMINATE;
    }

    /** What a link inside of the folder leads to is found without it. */
    private void link(Path file) {
      try {
        if (!file.toRealPath().startsWith(root)) {
          notes.add(relative(file) + " is a link that leads out of the folder and is not read.");
        }
      } catch (IOException e) {
        notes.add(relative(file) + " is a link that leads nowhere.");
      }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      faults.add(relative(file) + " cannot be read: " + e.getClass().getSimpleName());
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
      if (e != null) {
        faults.add(relative(folder) + " cannot be listed: " + e.getMessage());
      }
      return FileVisitResult.CONTINUE;
    }

    private String relative(Path file) {
      return root.relativize(file).toString().replace('\\', '/');
    }
  }
}
