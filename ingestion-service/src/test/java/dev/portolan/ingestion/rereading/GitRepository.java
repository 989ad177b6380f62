package dev.portolan.ingestion.rereading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/** A repository on this machine. */
public final class GitRepository {
  private final Path folder;
  private final Map<String, String> written = new TreeMap<>();

  public GitRepository(Path folder) {
    try {
      this.folder = Files.createDirectory(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String url() {
    return folder.toUri().toString();
  }

  /** Makes these all the files of a new commit. */
  public void commit(Map<String, String> files) {
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      for (String gone : written.keySet()) {
        if (!files.containsKey(gone)) {
          Files.delete(folder.resolve(gone));
        }
      }
      for (Map.Entry<String, String> file : files.entrySet()) {
        if (!file.getValue().equals(written.get(file.getKey()))) {
          Path path = folder.resolve(file.getKey());
          Files.createDirectories(path.getParent());
          Files.writeString(path, file.getValue());
        }
      }
      written.clear();
      written.putAll(files);
      git.add().addFilepattern(".").call();
      git.add().addFilepattern(".").setUpdate(true).call();
      git.commit().setSign(false).setAuthor("A", "a@example.com").setMessage("Now").call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GitAPIException e) {
      throw new IllegalStateException(e);
    }
  }
}
