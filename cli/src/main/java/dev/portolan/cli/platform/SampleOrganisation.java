package dev.portolan.cli.platform;

import dev.portolan.cli.CommandFailed;
import dev.portolan.cli.caughtup.WaitCommand;
import dev.portolan.cli.load.LoadCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The organisation that a new platform has, so that there is something to look at. */
final class SampleOrganisation {
  private final Path descriptors;
  private final SampleFacts facts;
  private final Path mark;

  SampleOrganisation(Home home) {
    this.descriptors = home.root().resolve("samples/organisation");
    this.facts = new SampleFacts(home);
    this.mark = home.data().resolve("sample-loaded");
  }

  /**
   * Loads it once in the life of a platform; who deletes it does not get it again.
   *
   * @throws CommandFailed when it could not be loaded whole; the next start tries again
   */
  void loadOnFirstStart() throws InterruptedException {
    if (Files.exists(mark)) {
      return;
    }
    System.out.println("Loading the sample organisation ...");
    if (LoadCommand.of(List.of(descriptors), "sample").call() != 0) {
      throw new CommandFailed(
          "The sample organisation was not taken whole; why stands above. ./portolan up tries"
              + " again; to do without it: touch "
              + mark);
    }
    facts.load();
    new WaitCommand().call();
    writeMark();
  }

  private void writeMark() {
    try {
      Files.createFile(mark);
    } catch (FileAlreadyExistsException e) {
      // Somebody did without it meanwhile.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
