import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Formats every Java file below a folder, or checks that it is formatted.
 *
 * <p>The build starts it on the JDK of the toolchain, because google-java-format reads only what
 * the JDK that it runs on can parse, and Maven itself may run on an older one.
 */
final class Format {
  private static final Set<String> PASSED_OVER = Set.of("target", ".git", "node_modules");
  private static final Formatter FORMATTER = new Formatter();

  public static void main(String[] args) throws IOException {
    boolean write = args[0].equals("write");
    List<Path> unformatted =
        javaFilesBelow(Path.of(args[1])).parallelStream().filter(f -> differs(f, write)).toList();
    if (write) {
      System.out.println("Formatted " + unformatted.size() + " files.");
    } else if (!unformatted.isEmpty()) {
      System.err.println(
          "These files are not formatted. Run: ./mvnw -N process-sources -Dformat.mode=write");
      unformatted.forEach(file -> System.err.println("  " + file));
      System.exit(1);
    }
  }

  private static boolean differs(Path file, boolean write) {
    try {
      String before = Files.readString(file);
      String pruned = RemoveUnusedImports.removeUnusedImports(before);
      String after = FORMATTER.formatSource(ImportOrderer.reorderImports(pruned, Style.GOOGLE));
      if (write && !after.equals(before)) {
        Files.writeString(file, after);
      }
      return !after.equals(before);
    } catch (Exception e) {
      throw new IllegalStateException(file + " cannot be formatted: " + e.getMessage(), e);
    }
  }

  private static List<Path> javaFilesBelow(Path root) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes a) {
            return PASSED_OVER.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes a) {
            if (file.toString().endsWith(".java")) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }
}
