package dev.portolan.system.deployment;

import dev.portolan.system.platform.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of the repository.
 *
 * @param name relative to the repository
 */
record Source(String name) {
  Path path() {
    return Repository.root().resolve(name);
  }

  String text() {
    try {
      return Files.readString(path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the group of a pattern that must be in the file holds. */
  String find(String pattern) {
    Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(text());
    if (!matcher.find()) {
      throw new AssertionError(name + " does not hold " + pattern);
    }
    return matcher.group(1);
  }
}
