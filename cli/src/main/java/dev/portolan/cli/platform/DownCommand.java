package dev.portolan.cli.platform;

import dev.portolan.stack.Server;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./portolan down}: stops everything, the services before the servers that they use. */
@Command(name = "down", description = "Stops everything; the data stays.")
public final class DownCommand implements Callable<Integer> {
  @Mixin DataOption data = new DataOption();

  @Override
  public Integer call() throws Exception {
    stop(data.home());
    return 0;
  }

  static void stop(Home home) throws Exception {
    // A folder that was never used is not made by asking to stop what is in it.
    boolean anyRan =
        Files.isDirectory(home.data())
            && home.stack().alone(() -> sayBusy(home), () -> stopAlone(home));
    if (!anyRan) {
      System.out.println("Nothing runs in " + home.data());
    }
  }

  static void sayBusy(Home home) {
    System.out.println(
        "Another ./portolan starts or stops what is in " + home.data() + "; waiting ...");
  }

  private static boolean stopAlone(Home home) throws InterruptedException {
    boolean servicesRan = new Services(home).stop();
    AtomicBoolean serversRan = new AtomicBoolean();
    home.stack()
        .down(
            Arrays.asList(Server.values()),
            event -> {
              serversRan.set(true);
              System.out.println("  " + event.line());
            });
    return servicesRan || serversRan.get();
  }
}
