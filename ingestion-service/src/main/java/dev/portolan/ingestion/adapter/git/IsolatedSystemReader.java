package dev.portolan.ingestion.adapter.git;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps JGit from the git configuration of the machine and of the user: what a source says is all
 * that decides what is fetched, from where, and with which credentials.
 */
final class IsolatedSystemReader extends SystemReader.Delegate {
  private static final IsolatedSystemReader INSTANCE =
      new IsolatedSystemReader(SystemReader.getInstance());

  private IsolatedSystemReader(SystemReader machine) {
    super(machine);
  }

  static void install() {
    SystemReader.setInstance(INSTANCE);
  }

  @Override
  public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  /** A configuration that is neither read nor written. */
  private static final class Nothing extends FileBasedConfig {
    Nothing(@Nullable Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
