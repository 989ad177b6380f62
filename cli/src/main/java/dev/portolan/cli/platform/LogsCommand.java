package dev.portolan.cli.platform;

import dev.portolan.cli.CommandFailed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./portolan logs}: what a server or service printed. */
@Command(name = "logs", description = "Prints the log of a server or service.")
public final class LogsCommand implements Callable<Integer> {
  private static final int BETWEEN_LOOKS_MILLIS = 250;

  @Parameters(index = "0", paramLabel = "SERVICE", description = "As status names it.")
  String name = "";

  @Mixin DataOption data = new DataOption();

  @Option(
      names = {"-f", "--follow"},
      description = "Goes on as it grows.")
  boolean follow;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path log = data.home().log(name);
    if (name.contains("/") || !Files.exists(log)) {
      throw new CommandFailed("There is no log of '" + name + "'. There are: " + known(log));
    }
    try (InputStream in = Files.newInputStream(log)) {
      in.transferTo(System.out);
      while (follow && !System.out.checkError()) {
        Thread.sleep(BETWEEN_LOOKS_MILLIS);
        in.transferTo(System.out);
      }
    }
    return 0;
  }

  private static List<String> known(Path log) throws IOException {
    Path folder = log.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("\\.log$", ""))
          .sorted()
          .toList();
    }
  }
}
