package dev.portolan.ingestion.adapter.git;

import dev.portolan.ingestion.adapter.DescriptorSearch;
import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import dev.portolan.ingestion.adapter.News;
import dev.portolan.ingestion.adapter.Reception;
import dev.portolan.ingestion.adapter.SourceAdapter;
import dev.portolan.ingestion.adapter.SourceReading;
import dev.portolan.ingestion.adapter.folder.AllowedFolders;
import dev.portolan.ingestion.adapter.network.AllowedHosts;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads the descriptors of the last commit of a branch.
 *
 * <p>Configuration: {@code url}; {@code branch}, else the server's HEAD; {@code path}, a folder to
 * keep to; {@code files}, patterns of the files to begin with; {@code formats}, of files that are
 * read beside descriptors; {@code tokenVariable}, the name of the environment variable that holds
 * the token; {@code username} beside it.
 */
public final class GitAdapter implements SourceAdapter {
  private final DescriptorSearch search;
  private final AllowedFolders allowed;
  private final AllowedHosts hosts;
  private final GitCache cache;
  private final UnaryOperator<@Nullable String> environment;

  /**
   * Reads repositories.
   *
   * @param allowed folders that {@code file:} addresses may lead to
   * @param environment answers the value of an environment variable; null when it is not set
   */
  public GitAdapter(
      DescriptorSearch search,
      AllowedFolders allowed,
      GitSettings settings,
      UnaryOperator<@Nullable String> environment) {
    this.search = search;
    this.allowed = allowed;
    this.hosts = settings.hosts();
    this.cache = new GitCache(settings, environment);
    this.environment = environment;
  }

  @Override
  public String name() {
    return "git";
  }

  @Override
  public void check(Map<String, Object> configuration) {
    GitSource source = GitSource.of(configuration, allowed);
    if (source.isRemote()) {
      hosts.checkReachable(source.uri());
    }
    source
        .tokenVariable()
        .ifPresent(variable -> hosts.checkSecret(source.uri(), "tokenVariable", variable));
    source
        .tokenVariable()
        .filter(variable -> environment.apply(variable) == null)
        .ifPresent(
            variable -> {
              throw new InvalidConfigurationException(
                  "tokenVariable", "The service has no environment variable " + variable + ".");
            });
  }

  @Override
  public Optional<String> passesOver(Map<String, Object> configuration, News news) {
    return GitNews.passesOver(GitSource.of(configuration, allowed), news);
  }

  @Override
  public SourceReading read(String source, Map<String, Object> configuration, Reception reception) {
    check(configuration);
    GitSource asked = GitSource.of(configuration, allowed);
    try {
      return cache.fetch(
          asked,
          (repository, commit) ->
              search
                  .reading(asked.formats())
                  .search(
                      new GitTree(repository, commit, asked.path()),
                      asked.files(),
                      commit.name(),
                      reception));
    } catch (IOException e) {
      return new SourceReading(
          0, null, List.of("The repository cannot be fetched: " + e.getMessage()), List.of());
    }
  }
}
