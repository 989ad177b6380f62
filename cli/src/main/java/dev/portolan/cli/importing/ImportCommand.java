package dev.portolan.cli.importing;

import dev.portolan.cli.CommandFailed;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./portolan import}: takes over the scorecards of Cortex and OpsLevel. */
@Command(
    name = "import",
    description = {
      "Translates scorecards of Cortex and checks of OpsLevel to scorecards of Portolan.",
      "Nothing is loaded. Ends with 0 when all was translated, with 1 when something was not,",
      "with 2 when a file could not be read."
    })
public final class ImportCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files or folders.")
  List<Path> paths = List.of();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Writes a file for each scorecard there; left out, all are printed.")
  @Nullable Path out;

  PrintStream output = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);

  @Override
  public Integer call() {
    Import all = Import.of(paths);
    if (out == null) {
      output.print(
          all.translations().stream()
              .map(translation -> ScorecardYaml.of(translation.scorecard()))
              .collect(Collectors.joining("---\n")));
      output.flush();
    } else {
      write(all.translations(), out);
    }
    ImportSummary.lines(all).forEach(err::println);
    return all.exitCode();
  }

  private static void write(List<Translation> translations, Path folder) {
    Set<String> names = new HashSet<>();
    for (Translation translation : translations) {
      String name = translation.scorecard().name();
      if (!names.add(name.toLowerCase(Locale.ROOT))) {
        throw new CommandFailed(
            "Two scorecards are called " + name + ". Import them one after the other.");
      }
    }
    for (Translation translation : translations) {
      Path file = folder.resolve(translation.scorecard().name() + ".yaml");
      String text = ScorecardYaml.of(translation.scorecard());
      try {
        Files.createDirectories(folder);
        if (Files.exists(file) && !Files.readString(file).equals(text)) {
          throw new CommandFailed(
              file + " is there and says something else. Remove it, or name another folder.");
        }
        Files.writeString(file, text);
      } catch (IOException e) {
        throw new CommandFailed(file + " cannot be written: " + e.getMessage(), e);
      }
    }
  }
}
