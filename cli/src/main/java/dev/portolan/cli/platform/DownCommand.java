package dev.portolan.cli.platform;

import dev.portolan.stack.Server;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./portolan down}: stops everything, the services before the servers that they use. */
@Command(name = "down", description = "Stops everything; the data stays.")
public final class DownCommand implements Callable<Integer> {
  @Mixin DataOption data = new DataOption();

  @Override
  public Integer call() {
    stop(data.home());
    return 0;
  }

  static void stop(Home home) {
    new Services(home).stop();
    home.stack()
        .down(Arrays.asList(Server.values()), event -> System.out.println("  " + event.line()));
  }
}
