package dev.portolan.cli.platform;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that all commands about a platform share. */
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = ".portolan",
      description = "Where the platform keeps everything (${DEFAULT-VALUE} in the repository).")
  Path data = Path.of(".portolan");

  Home home() {
    return Home.at(data);
  }
}
