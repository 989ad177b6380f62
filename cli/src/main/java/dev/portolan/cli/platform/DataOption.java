package dev.portolan.cli.platform;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that all commands about a platform share. */
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the platform keeps everything (.portolan in the repository).")
  @Nullable Path data;

  Home home() {
    return Home.at(data);
  }
}
