package dev.portolan.ingestion.adapter.network;

import dev.portolan.ingestion.adapter.Configuration;
import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The secrets that sources may name: environment variables of the service, and files of a folder.
 */
public final class Secrets {
  /**
   * For what sources secrets are, and how their names look: any other variable may hold a secret of
   * the service, which must not be sent anywhere.
   */
  public enum Family {
    /** For APIs. */
    HTTP("PORTOLAN_HTTP_[A-Z0-9_]+"),
    /** For databases, topics and directories. */
    DATABASE("PORTOLAN_DATABASE_[A-Z0-9_]+"),
    /** For clusters. */
    KUBERNETES("PORTOLAN_KUBERNETES_[A-Z0-9_]+"),
    /** By which others sign what they tell. */
    WEBHOOK("PORTOLAN_WEBHOOK_[A-Z0-9_]+");

    private final Pattern names;

    Family(String names) {
      this.names = Pattern.compile(names);
    }

    /**
     * The name of a secret under {@code secret}.
     *
     * @param example is said in the error
     * @throws InvalidConfigurationException when there is none, or it is no name
     */
    public String nameIn(Configuration configuration, String example) {
      String name = configuration.requiredText("secret", example);
      if (!isName(name)) {
        throw configuration.invalid("secret", "'secret' " + rule(example) + ".");
      }
      return name;
    }

    /** What a name of a secret is, from the verb on. */
    public String rule(String example) {
      return "is the name of an environment variable of the service, or of a file in PORTOLAN_%s_SECRETS_FOLDER, that begins with PORTOLAN_%s_, such as %s"
          .formatted(name(), name(), example);
    }

    /** Whether a source of this kind may name this at all. */
    public boolean isName(String name) {
      return names.matcher(name).matches();
    }
  }

  private static final int LONGEST = 16_384;

  private final Family family;
  private final UnaryOperator<@Nullable String> environment;
  private final @Nullable Path folder;

  /**
   * Looks secrets up.
   *
   * @param family of the names that may be looked up
   * @param environment answers the value of an environment variable; null when it is not set
   * @param folder whose files are secrets under their names; null: there is none
   */
  public Secrets(
      Family family, UnaryOperator<@Nullable String> environment, @Nullable Path folder) {
    this.family = family;
    this.environment = environment;
    this.folder = folder;
  }

  /** The secret, if there is one of that name now. */
  public Optional<String> find(String name) {
    if (!family.isName(name)) {
      return Optional.empty();
    }
    String variable = environment.apply(name);
    return variable == null ? file(name) : Optional.of(variable.strip());
  }

  /**
   * The secret of a source.
   *
   * @param key under which the source's configuration names it
   * @throws InvalidConfigurationException when there is none of that name now
   */
  public String get(String key, String name) {
    return find(name)
        .orElseThrow(
            () ->
                new InvalidConfigurationException(
                    key,
                    "The service has no environment variable and no file %s.".formatted(name)));
  }

  private Optional<String> file(String name) {
    if (folder == null || !Files.isRegularFile(folder.resolve(name))) {
      return Optional.empty();
    }
    try (var in = Files.newInputStream(folder.resolve(name))) {
      return Optional.of(new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
