package dev.portolan.ingestion.adapter.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.api.errors.TransportException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.eclipse.jgit.transport.http.JDKHttpConnectionFactory;
import org.jspecify.annotations.Nullable;

/** Bare repositories with the last commit of each source, kept so that a fetch brings only news. */
final class GitCache {
  private static final String FETCHED = "refs/portolan/fetched";

  private final GitSettings settings;
  private final UnaryOperator<@Nullable String> environment;
  private final Map<Path, ReentrantLock> locks = new ConcurrentHashMap<>();

  /**
   * Keeps repositories.
   *
   * @param environment answers the value of an environment variable; null when it is not set
   */
  GitCache(GitSettings settings, UnaryOperator<@Nullable String> environment) {
    this.settings = settings;
    this.environment = environment;
    IsolatedSystemReader.install();
  }

  /** What is done with a repository while nobody else fetches into it. */
  interface Use<T> {
    T with(Repository repository, ObjectId commit) throws IOException;
  }

  /**
   * Fetches the last commit of a source and works with it.
   *
   * @throws IOException when it cannot be fetched, with a message for people
   */
  <T> T fetch(GitSource source, Use<T> use) throws IOException {
    Path folder = settings.cache().resolve(folderName(source));
    ReentrantLock lock = locks.computeIfAbsent(folder, key -> new ReentrantLock());
    lock.lock();
    try {
      return freshOrAnew(source, folder, use);
    } finally {
      lock.unlock();
    }
  }

  /** A process that was killed while it fetched leaves locks behind: then it is fetched anew. */
  private <T> T freshOrAnew(GitSource source, Path folder, Use<T> use) throws IOException {
    try {
      return fetchInto(source, folder, use);
    } catch (TransportException e) {
      throw new IOException(reason(e), e);
    } catch (GitAPIException | JGitInternalException | IOException e) {
      delete(folder);
    }
    try {
      return fetchInto(source, folder, use);
    } catch (GitAPIException | JGitInternalException e) {
      throw new IOException(reason(e), e);
    }
  }

  private <T> T fetchInto(GitSource source, Path folder, Use<T> use)
      throws GitAPIException, IOException {
    try (Repository repository =
            new FileRepositoryBuilder().setBare().setGitDir(folder.toFile()).build();
        Git git = new Git(repository)) {
      if (!repository.getObjectDatabase().exists()) {
        repository.create(true);
      }
      String ref = source.branch().map(branch -> "refs/heads/" + branch).orElse("HEAD");
      var fetch =
          git.fetch()
              .setRemote(source.url())
              .setRefSpecs(List.of(new RefSpec("+" + ref + ":" + FETCHED)))
              .setDepth(1)
              .setTagOpt(TagOpt.NO_TAGS)
              .setTimeout((int) settings.silence().toSeconds())
              .setProgressMonitor(new Deadline(settings.deadline()));
      String token = source.tokenVariable().map(environment).orElse(null);
      fetch.setTransportConfigCallback(
          transport -> {
            if (transport instanceof TransportHttp http) {
              http.setHttpConnectionFactory(
                  new OneHost(source.uri(), settings.hosts(), new JDKHttpConnectionFactory()));
            }
          });
      if (token != null) {
        fetch.setCredentialsProvider(
            new UsernamePasswordCredentialsProvider(source.username(), token));
      }
      fetch.call();
      ObjectId commit = repository.resolve(FETCHED + "^{commit}");
      if (commit == null) {
        throw new IOException("The repository has no commit at " + ref + ".");
      }
      return use.with(repository, commit);
    }
  }

  private static String reason(Exception e) {
    String said = String.valueOf(e.getMessage());
    Throwable cause = e.getCause();
    while (cause != null && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause == null || said.contains(String.valueOf(cause.getMessage()))
        ? said
        : said + " (" + cause.getMessage() + ")";
  }

  private static String folderName(GitSource source) {
    try {
      byte[] name =
          (source.url() + " " + source.branch().orElse("")).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(name), 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
