package dev.portolan.ingestion.adapter.folder;

import dev.portolan.ingestion.adapter.Configuration;
import dev.portolan.ingestion.adapter.DescriptorSearch;
import dev.portolan.ingestion.adapter.Glob;
import dev.portolan.ingestion.adapter.Reception;
import dev.portolan.ingestion.adapter.SourceAdapter;
import dev.portolan.ingestion.adapter.SourceReading;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the descriptors of a folder.
 *
 * <p>Configuration: {@code path}, the folder; {@code files}, patterns of the files to begin with.
 */
public final class FolderAdapter implements SourceAdapter {
  private final DescriptorSearch search;
  private final AllowedFolders allowed;

  /** Reads folders that are allowed. */
  public FolderAdapter(DescriptorSearch search, AllowedFolders allowed) {
    this.search = search;
    this.allowed = allowed;
  }

  @Override
  public String name() {
    return "folder";
  }

  @Override
  public void check(Map<String, Object> configuration) {
    Settings.of(configuration, allowed);
  }

  @Override
  public SourceReading read(String source, Map<String, Object> configuration, Reception reception) {
    Settings settings = Settings.of(configuration, allowed);
    return search.search(new FolderTree(settings.path), settings.files, null, reception);
  }

  private record Settings(Path path, List<Glob> files) {
    static Settings of(Map<String, Object> values, AllowedFolders allowed) {
      Configuration configuration = new Configuration(values, Set.of("path", "files"));
      return new Settings(
          allowed.find("path", configuration.requiredText("path", "/srv/catalog")),
          configuration.globs("files", DescriptorSearch.ANY_FILE));
    }
  }
}
