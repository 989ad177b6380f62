package dev.portolan.cli.platform;

import dev.portolan.stack.Compilers;
import dev.portolan.stack.Detached;
import dev.portolan.stack.PortHolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The command line of a service. It holds no password: those go by the environment. */
final class LaunchCommand {
  private LaunchCommand() {}

  static List<String> of(Program program, Path data, Map<String, String> environment) {
    Service service = program.service();
    return List.of(
        Detached.java().toString(),
        "-Xmx" + service.heap(environment),
        collector(service),
        // Half for the young: what a batch needs is gone when the next begins.
        "-XX:NewRatio=1",
        compilers(service).option(environment),
        "-XX:+ExitOnOutOfMemoryError",
        "--sun-misc-unsafe-memory-access=allow",
        "--enable-native-access=ALL-UNNAMED",
        PortHolder.DATA_MARK + data,
        "-cp",
        program.classPath(),
        service.mainClass());
  }

  /** Evaluates with all cores, and all of them would wait for one that collects. */
  private static String collector(Service service) {
    return service == Service.SCORECARD ? "-XX:+UseParallelGC" : "-XX:+UseSerialGC";
  }

  /**
   * On two cores the time to the first answers goes into compiling, and C1 is quick at that. The
   * gateway and the graph in memory are asked the same things all day, and expressions are
   * evaluated by the million: C2 makes the first a third quicker and halves the time of the second,
   * and loads take no longer.
   */
  private static Compilers compilers(Service service) {
    return switch (service) {
      case GATEWAY, CATALOG, SEARCH, SCORECARD -> Compilers.THOROUGH;
      case INGESTION -> Compilers.QUICK;
    };
  }
}
