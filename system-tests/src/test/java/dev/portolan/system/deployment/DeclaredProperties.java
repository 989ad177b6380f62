package dev.portolan.system.deployment;

import dev.portolan.system.platform.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The properties that records of a module declare, read from its sources: no service runs here. */
final class DeclaredProperties {
  private static final Pattern RECORD =
      Pattern.compile(
          "@ConfigurationProperties\\(\"([^\"]+)\"\\)\\s+(?:public )?record \\w+\\((.*?)\\)\\s*\\{",
          Pattern.DOTALL);
  private static final Pattern TYPE_ARGUMENTS = Pattern.compile("<[^>]*>");
  private static final Pattern COMPONENT =
      Pattern.compile("(?:@DefaultValue(?:\\(\"([^\"]*)\"\\))?\\s+)?[\\w@ ]+ (\\w+)\\s*(?:,|$)");
  private static final Pattern HUMP = Pattern.compile("([a-z])([A-Z])");

  private DeclaredProperties() {}

  /** Each by its name, with its default; empty where it has none. */
  static Map<String, String> of(String module) {
    Map<String, String> properties = new LinkedHashMap<>();
    for (Source source : sources(module + "/src/main/java")) {
      RECORD.matcher(source.text()).results().forEach(each -> addComponents(each, properties));
    }
    return properties;
  }

  private static void addComponents(MatchResult declaration, Map<String, String> properties) {
    String components = TYPE_ARGUMENTS.matcher(declaration.group(2)).replaceAll("");
    COMPONENT
        .matcher(components)
        .results()
        .forEach(
            each ->
                properties.put(
                    declaration.group(1) + "." + kebab(each.group(2)),
                    each.group(1) == null ? "" : each.group(1)));
  }

  private static String kebab(String camel) {
    return HUMP.matcher(camel).replaceAll("$1-$2").toLowerCase(Locale.ROOT);
  }

  private static List<Source> sources(String folder) {
    Path root = Repository.root();
    try (Stream<Path> files = Files.walk(root.resolve(folder))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(file -> new Source(root.relativize(file).toString()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
