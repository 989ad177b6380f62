package dev.portolan.search;

import static dev.portolan.search.EntityFixtures.api;
import static dev.portolan.search.EntityFixtures.component;

import dev.portolan.events.EntityChanged;
import dev.portolan.search.EntityFixtures.Draft;
import dev.portolan.stack.junit.LocalServers;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The entities of a shop, and sixty that are alike. */
final class ShopCatalog {
  private static final List<Draft> CATALOG =
      List.of(
          service("payment").described("Charges cards.").ownedBy("checkout-team").tagged("java"),
          service("payments-gateway").ownedBy("money").tagged("java", "pci"),
          api("checkout-payment-api").titled("Checkout").with("type", "openapi").ownedBy("money"),
          service("ledger").described("Books every payment twice.").ownedBy("money"),
          service("invoice").tagged("payment").in("billing").with("lifecycle", "experimental"),
          service("refunds").with("notes", List.of("asks payment for the receipt")),
          component("reciept"),
          service("orderArchiver").titled("Ancient orders"),
          service("orders").titled("Order book"),
          component("escaping")
              .described("Loved by <script>alert('zebra & \"co\"')</script> zebras"),
          component("calculator").titled("Größenrechner im Café"),
          component("rocket").described("To the moon 🚀 with מפרש sails and 船 ships"));

  private ShopCatalog() {}

  private static Draft service(String name) {
    return component(name).with("type", "service").with("lifecycle", "production");
  }

  /** The service with all of them in its index. */
  static RunningSearch indexed(LocalServers servers) {
    RunningSearch search = RunningSearch.started(servers);
    Stream<Draft> twins = IntStream.range(0, 60).mapToObj(i -> component("twin" + (100 + i)));
    search
        .publish(
            Stream.concat(CATALOG.stream(), twins)
                .map(draft -> draft.version(1))
                .toArray(EntityChanged[]::new))
        .caughtUp();
    return search;
  }
}
