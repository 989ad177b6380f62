package dev.portolan.cli.platform;

import dev.portolan.cli.caughtup.WaitCommand;
import dev.portolan.cli.load.LoadCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/** The organisation that a new platform has, so that there is something to look at. */
final class SampleOrganisation {
  private final Path descriptors;
  private final Path mark;

  SampleOrganisation(Home home) {
    this.descriptors = home.root().resolve("samples/organisation");
    this.mark = home.data().resolve("sample-loaded");
  }

  /** Loads it once in the life of a platform; who deletes it does not get it again. */
  void loadOnFirstStart() {
    if (Files.exists(mark)) {
      return;
    }
    System.out.println("Loading the sample organisation ...");
    int loaded = portolan(new LoadCommand()).execute(descriptors.toString(), "--source", "sample");
    if (loaded == 0 && portolan(new WaitCommand()).execute() == 0) {
      writeMark();
    }
  }

  /** Lets a failure through to the command that loads the sample. */
  private static CommandLine portolan(Object command) {
    return new CommandLine(command)
        .setExecutionExceptionHandler(
            (e, line, result) -> {
              throw e;
            });
  }

  private void writeMark() {
    try {
      Files.createFile(mark);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
