package dev.portolan.cli.load;

import dev.portolan.cli.Addresses;
import dev.portolan.cli.CommandFailed;
import dev.portolan.cli.descriptors.Archive;
import dev.portolan.cli.descriptors.DescriptorFile;
import dev.portolan.cli.descriptors.DescriptorFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./portolan load}: sends descriptors and tells what became of them. */
@Command(
    name = "load",
    description = {
      "Sends descriptors (YAML, JSON, JSON Lines, also .gz; a folder is searched).",
      "Ends with 0 only when nothing was rejected."
    })
public final class LoadCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files or folders.")
  List<Path> paths = List.of();

  @Option(
      names = "--source",
      required = true,
      paramLabel = "NAME",
      description = "The source that says it.")
  String source = "";

  @Option(
      names = "--full",
      description = "This is all that the source has: what it names no longer is retracted.")
  boolean full;

  /** The command for who calls it from here and not from a command line. */
  public static LoadCommand of(List<Path> paths, String source) {
    LoadCommand command = new LoadCommand();
    command.paths = paths;
    command.source = source;
    return command;
  }

  @Override
  public Integer call() {
    List<DescriptorFile> files = DescriptorFiles.below(paths);
    if (files.isEmpty()) {
      throw new CommandFailed("No descriptors in " + paths + ": no YAML, JSON or JSON Lines file.");
    }
    Summary summary = new Summary();
    try (Ingestion ingestion = new Ingestion(Addresses.ingestion(), source)) {
      // One sync of all files, so that what two of them describe is settled once and for all.
      String sync = ingestion.begin(full);
      send(files, ingestion, sync, summary);
      summary.completed(ingestion.complete(sync));
    }
    summary.lines().forEach(System.out::println);
    return summary.isClean() ? 0 : 1;
  }

  private static void send(
      List<DescriptorFile> files, Ingestion ingestion, String sync, Summary summary) {
    long bytes = files.stream().mapToLong(DescriptorFile::size).sum();
    ProgressBar progress = new ProgressBar(System.err, isWatched(), bytes);
    try {
      for (Parcel parcel : Parcel.of(files)) {
        summary.add(parcel, send(parcel, ingestion, sync, progress));
      }
    } finally {
      progress.finish();
    }
  }

  private static Answer send(
      Parcel parcel, Ingestion ingestion, String sync, ProgressBar progress) {
    if (parcel.files().size() == 1) {
      Path file = parcel.files().firstEntry().getValue();
      return ingestion.send(sync, () -> progress.counting(open(file)));
    }
    try (Archive archive = Archive.of(parcel.files())) {
      Answer answer = ingestion.send(sync, archive);
      progress.advance(parcel.size());
      return answer;
    }
  }

  // Since JDK 25 there is again no console where there is no terminal, whatever the check says.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isWatched() {
    return System.console() != null;
  }

  private static InputStream open(Path file) {
    try {
      return Files.newInputStream(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
