package dev.portolan.cli.platform;

import dev.portolan.cli.Addresses;
import dev.portolan.stack.LocalStack;
import dev.portolan.stack.Server;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./portolan up}: starts what is not running and waits until all of it is healthy. */
@Command(name = "up", description = "Starts everything that is not running, and says where it is.")
public final class UpCommand implements Callable<Integer> {
  private static final List<Server> SERVERS = Arrays.asList(Server.values());

  @Mixin DataOption data = new DataOption();

  @Option(names = "--detach", description = "Return when it runs; stop it by: ./portolan down")
  boolean detach;

  @Override
  public Integer call() throws Exception {
    Home home = data.home();
    AtTheEnd atTheEnd = AtTheEnd.watch(home);
    home.stack().alone(() -> DownCommand.sayBusy(home), () -> start(home));
    printAddresses(home);
    if (detach) {
      atTheEnd.letRun();
    } else {
      atTheEnd.stopEverything();
      System.out.println("\nCtrl-C stops it.");
      new CountDownLatch(1).await();
    }
    return 0;
  }

  private static Home start(Home home) throws InterruptedException {
    LocalStack stack = home.stack();
    Services services = new Services(home);
    Map<String, String> environment =
        ServiceEnvironment.of(stack.environment(), home.data(), System.getenv());
    services.stopOutdated(environment);
    services.requirePorts();
    stack.requireMemory(SERVERS, services.missingMegabytes());
    stack.up(SERVERS, event -> System.out.println("  " + event.line()));
    services.start(environment);
    new SampleOrganisation(home).loadOnFirstStart();
    return home;
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
}
