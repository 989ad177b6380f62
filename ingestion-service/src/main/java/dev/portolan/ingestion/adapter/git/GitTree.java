package dev.portolan.ingestion.adapter.git;

import dev.portolan.ingestion.adapter.SearchLimits;
import dev.portolan.ingestion.adapter.SourcePath;
import dev.portolan.ingestion.adapter.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The files of a commit. */
final class GitTree implements SourceTree {
  private static final int MOST_LINKS = 8;

  private final Repository repository;
  private final RevTree tree;
  private final String folder;

  /** Looking for a path in a tree goes through all that lies beside it. */
  private final Map<String, ObjectId> listed = new HashMap<>();

  /**
   * Takes a commit.
   *
   * @param folder to which the source is confined, with {@code /} at its end; empty: all of it
   */
  GitTree(Repository repository, ObjectId commit, String folder) throws IOException {
    this.repository = repository;
    this.folder = folder;
    try (RevWalk walk = new RevWalk(repository)) {
      this.tree = walk.parseCommit(commit).getTree();
    }
  }

  @Override
  public Listing list() throws IOException {
    Listing listing = new Listing(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    try (TreeWalk walk = new TreeWalk(repository)) {
      walk.addTree(tree);
      walk.setRecursive(true);
      while (walk.next() && listing.files().size() < SearchLimits.FILES) {
        if (walk.getPathString().startsWith(folder)) {
          list(walk.getPathString().substring(folder.length()), walk, listing);
        }
      }
      if (listing.files().size() == SearchLimits.FILES) {
        listing.faults().add("No more than " + SearchLimits.FILES + " files are read.");
      }
    }
    listing.files().sort(null);
    return listing;
  }

  private void list(String path, TreeWalk walk, Listing listing) throws IOException {
    int type = type(walk);
    if (type == FileMode.TYPE_FILE) {
      listing.files().add(path);
      listed.put(path, walk.getObjectId(0));
    } else if (type == FileMode.TYPE_SYMLINK && target(path, walk.getObjectId(0)).isEmpty()) {
      listing.notes().add(path + " is a link that leads to no file of the source and is not read.");
    } else if (type == FileMode.TYPE_GITLINK) {
      listing.notes().add(path + " is a submodule and is not read: give it a source of its own.");
    }
  }

  private static int type(TreeWalk walk) {
    return walk.getFileMode().getBits() & FileMode.TYPE_MASK;
  }

  @Override
  public InputStream open(String path) throws IOException {
    return repository.open(find(path).content()).openStream();
  }

  /** The name of its content, for files and links apart: a link is not listed. */
  @Override
  public Optional<String> fingerprint(String path) throws IOException {
    try {
      Found found = find(path);
      return Optional.of((found.linked() ? "link " : "file ") + found.content().name());
    } catch (NoSuchFileException e) {
      return Optional.of("none");
    } catch (AccessDeniedException e) {
      return Optional.of("refused");
    }
  }

  private record Found(ObjectId content, boolean linked) {}

  private Found find(String path) throws IOException {
    ObjectId known = listed.get(path);
    if (known != null) {
      return new Found(known, false);
    }
    String at = path;
    // The root has no name for a walk to look for.
    for (int links = 0; links < MOST_LINKS && !at.isEmpty(); links++) {
      try (TreeWalk walk = TreeWalk.forPath(repository, folder + at, tree)) {
        if (walk == null) {
          break;
        }
        if (type(walk) == FileMode.TYPE_FILE) {
          return new Found(walk.getObjectId(0), links > 0);
        }
        if (type(walk) != FileMode.TYPE_SYMLINK) {
          break;
        }
        at =
            target(at, walk.getObjectId(0))
                .orElseThrow(
                    () -> new AccessDeniedException(path, null, "it leads out of the source"));
      }
    }
    throw new NoSuchFileException(path);
  }

  private Optional<String> target(String path, ObjectId link) throws IOException {
    ObjectLoader target = repository.open(link);
    if (target.getSize() > SearchLimits.PATH_BYTES) {
      return Optional.empty();
    }
    String text = new String(target.getBytes(SearchLimits.PATH_BYTES), StandardCharsets.UTF_8);
    return text.startsWith("/") ? Optional.empty() : SourcePath.resolve(path, text);
  }
}
