package dev.portolan.cli.platform;

import dev.portolan.cli.Addresses;
import dev.portolan.stack.Server;
import dev.portolan.stack.StackEvent;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./portolan up}: starts what is not running and waits until all of it is healthy. */
@Command(name = "up", description = "Starts everything that is not running, and says where it is.")
public final class UpCommand implements Callable<Integer> {
  @Mixin DataOption data = new DataOption();

  @Option(names = "--detach", description = "Return when it runs; stop it by: ./portolan down")
  boolean detach;

  @Override
  public Integer call() throws InterruptedException {
    Home home = data.home();
    home.stack().up(Arrays.asList(Server.values()), event -> print(event));
    new Services(home).start(ServiceEnvironment.with(home.stack().environment()));
    new SampleOrganisation(home).loadOnFirstStart();
    printAddresses(home);
    if (!detach) {
      stopOnInterrupt(home);
      new CountDownLatch(1).await();
    }
    return 0;
  }

  private static void print(StackEvent event) {
    System.out.println("  " + event.line());
  }

  private static void printAddresses(Home home) {
    System.out.printf(
        """

        Portolan is up.
          GraphQL     %1$s/graphql
          GraphiQL    %1$s/graphiql
          ingestion   %2$s
          data, logs  %3$s
        """,
        Addresses.gateway(), Addresses.ingestion(), home.data());
  }

  private static void stopOnInterrupt(Home home) {
    System.out.println("\nCtrl-C stops it.");
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().unstarted(() -> DownCommand.stop(home)));
  }
}
