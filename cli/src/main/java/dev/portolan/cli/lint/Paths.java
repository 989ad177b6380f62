package dev.portolan.cli.lint;

import dev.portolan.cli.descriptors.DescriptorFiles;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What files are called where others read it: from the working directory, which is a checkout. */
final class Paths {
  private Paths() {}

  /** With slashes; a file outside of the working directory keeps its whole path. */
  static String relative(Path file) {
    Path path = fromHere(file);
    return (path.isAbsolute() ? "/" : "") + DescriptorFiles.slashed(path);
  }

  /** The same as a URI. */
  static String uri(Path file) {
    Path path = fromHere(file);
    return (path.isAbsolute() ? "file:///" : "")
        + StreamSupport.stream(path.spliterator(), false)
            .map(part -> encoded(part.toString()))
            .collect(Collectors.joining("/"));
  }

  private static Path fromHere(Path file) {
    Path here = Path.of("").toAbsolutePath().normalize();
    Path path = file.toAbsolutePath().normalize();
    return path.startsWith(here) ? here.relativize(path) : path;
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
