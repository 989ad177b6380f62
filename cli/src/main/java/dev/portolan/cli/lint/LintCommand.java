package dev.portolan.cli.lint;

import dev.portolan.cli.Addresses;
import dev.portolan.cli.descriptors.Archive;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./portolan lint}: a gate for builds, before descriptors are loaded. */
@Command(
    name = "lint",
    description = {
      "Tells what a load of these descriptors would accept, reject and change,",
      "with file, line and rule. Nothing is written. Ends with 0 when nothing",
      "would be rejected, 1 when something would, 2 when that could not be asked."
    })
public final class LintCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PATH", description = "The file or folder.")
  Path path = Path.of("");

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description =
          "The source that would say it, known or not; left out, what the file or folder is called.")
  @Nullable String source;

  @Option(
      names = "--full",
      description =
          "This would be all that the source has: what it names no longer would be retracted.")
  boolean full;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "text, sarif (2.1.0), or github for annotations of a workflow (${DEFAULT-VALUE}).")
  Format format = Format.text;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Where ingestion-service listens (${DEFAULT-VALUE}).")
  URI url = Addresses.ingestion();

  @Spec
  @SuppressWarnings("NullAway.Init") // Picocli sets it before the call.
  CommandSpec spec;

  PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @Override
  public Integer call() {
    Folder folder = Folder.at(path);
    String speaker = source == null ? SourceName.of(path) : source;
    try (Archive archive = Archive.of(folder.files());
        Ingestion ingestion = new Ingestion(url)) {
      Lint lint = new Lint(speaker, full, folder, ingestion.lint(speaker, full, archive));
      out.print(format.page(lint, String.join(" ", spec.version())));
      out.flush();
      return lint.isClean() ? 0 : 1;
    }
  }
}
