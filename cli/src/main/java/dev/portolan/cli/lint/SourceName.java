package dev.portolan.cli.lint;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Decides who is supposed to say what a path holds, where nobody was named. */
final class SourceName {
  private static final int LONGEST = 63;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]++(?:[-_.][A-Za-z0-9]++)*+");
  private static final String OTHERWISE = "lint";

  private SourceName() {}

  /** What the file or folder is called, where a source can be called that. */
  static String of(Path path) {
    Path last = path.toAbsolutePath().normalize().getFileName();
    String name = last == null ? "" : last.toString();
    return name.length() <= LONGEST && NAME.matcher(name).matches() ? name : OTHERWISE;
  }
}
