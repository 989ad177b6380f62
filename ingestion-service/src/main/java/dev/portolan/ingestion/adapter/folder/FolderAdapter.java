package dev.portolan.ingestion.adapter.folder;

import dev.portolan.ingestion.adapter.Configuration;
import dev.portolan.ingestion.adapter.DescriptorSearch;
import dev.portolan.ingestion.adapter.Glob;
import dev.portolan.ingestion.adapter.Reception;
import dev.portolan.ingestion.adapter.SourceAdapter;
import dev.portolan.ingestion.adapter.SourceReading;
import dev.portolan.ingestion.descriptor.format.Formats;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the descriptors of a folder.
 *
 * <p>Configuration: {@code path}, the folder; {@code files}, patterns of the files to begin with;
 * {@code formats}, of files that are read beside descriptors.
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
    return search
        .reading(settings.formats)
        .search(new FolderTree(settings.path), settings.files, null, reception);
  }

  private record Settings(Path path, List<Glob> files, Formats formats) {
    static Settings of(Map<String, Object> values, AllowedFolders allowed) {
      Configuration configuration = new Configuration(values, Set.of("path", "files", "formats"));
      return new Settings(
          allowed.find("path", configuration.requiredText("path", "/srv/catalog")),
          configuration.globs("files", DescriptorSearch.ANY_FILE),
          configuration.formats("formats"));
    }
  }
}
