package dev.portolan.ingestion.adapter.git;

import dev.portolan.ingestion.adapter.Configuration;
import dev.portolan.ingestion.adapter.DescriptorSearch;
import dev.portolan.ingestion.adapter.Glob;
import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import dev.portolan.ingestion.adapter.SourcePath;
import dev.portolan.ingestion.adapter.folder.AllowedFolders;
import dev.portolan.ingestion.descriptor.format.Formats;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Repository;

/**
 * The configuration of a source in git.
 *
 * @param url of the repository: https, or a file URL within the allowed folders
 * @param branch to read; empty: the one that the server's HEAD names
 * @param path a folder of the repository to which the search is confined; empty: all of it
 * @param files patterns of the files to begin with, relative to the path
 * @param formats of files that are read beside descriptors
 * @param username for the server; most take any beside a token
 * @param tokenVariable the environment variable that holds the token
 */
record GitSource(
    String url,
    Optional<String> branch,
    String path,
    List<Glob> files,
    Formats formats,
    String username,
    Optional<String> tokenVariable) {
  private static final Set<String> KEYS =
      Set.of("url", "branch", "path", "files", "formats", "username", "tokenVariable");

  /**
   * Any other variable may hold a secret of the service, which must not be sent to a git server.
   */
  private static final Pattern VARIABLE = Pattern.compile("PORTOLAN_GIT_[A-Z0-9_]+");

  static GitSource of(Map<String, Object> values, AllowedFolders allowed) {
    Configuration configuration = new Configuration(values, KEYS);
    String url = configuration.requiredText("url", "https://github.com/acme/catalog.git");
    checkUrl(url, allowed);
    Optional<String> branch = configuration.text("branch");
    if (branch.isPresent() && !Repository.isValidRefName("refs/heads/" + branch.get())) {
      throw new InvalidConfigurationException(
          "branch", "'" + branch.get() + "' cannot be the name of a branch.");
    }
    Optional<String> variable = configuration.text("tokenVariable");
    if (variable.isPresent() && !VARIABLE.matcher(variable.get()).matches()) {
      throw new InvalidConfigurationException(
          "tokenVariable",
          "'tokenVariable' is the name of an environment variable of the service that begins with"
              + " PORTOLAN_GIT_, such as PORTOLAN_GIT_TOKEN.");
    }
    return new GitSource(
        url,
        branch,
        configuration.text("path").map(GitSource::inside).orElse(""),
        configuration.globs("files", DescriptorSearch.ANY_FILE),
        configuration.formats("formats"),
        configuration.text("username").orElse("x-access-token"),
        variable);
  }

  /** The address, which has been checked. */
  URI uri() {
    return URI.create(url);
  }

  /** Whether it is on another machine. */
  boolean isRemote() {
    return !"file".equals(uri().getScheme());
  }

  private static void checkUrl(String url, AllowedFolders allowed) {
    try {
      URI uri = new URI(url);
      if (uri.getUserInfo() != null) {
        throw new InvalidConfigurationException(
            "url",
            "Take the credentials out of the url: put the token into an environment variable and"
                + " name that in 'tokenVariable'.");
      } else if ("file".equals(uri.getScheme())) {
        allowed.find("url", Path.of(uri).toString());
      } else if (!"https".equals(uri.getScheme()) || uri.getHost() == null) {
        throw notAllowed();
      }
    } catch (URISyntaxException | IllegalArgumentException e) {
      if (e instanceof InvalidConfigurationException invalid) {
        throw invalid;
      }
      throw notAllowed();
    }
  }

  private static InvalidConfigurationException notAllowed() {
    return new InvalidConfigurationException(
        "url", "The url must be https://…, or file:///… within the folders of PORTOLAN_FOLDERS.");
  }

  private static String inside(String path) {
    return SourcePath.resolve("", path)
        .filter(normal -> !normal.isEmpty())
        .map(normal -> normal + "/")
        .orElseThrow(
            () ->
                new InvalidConfigurationException("path", path + " leads out of the repository."));
  }
}
