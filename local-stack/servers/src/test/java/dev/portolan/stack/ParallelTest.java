package dev.portolan.stack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ParallelTest {

  @Test
  void whatFailsForOneIsSaidWithWhatFailsForAnother() {
    assertThatThrownBy(() -> failing(server -> server + " is away"))
        .hasMessage("KAFKA is away\nNEO4J is away");
  }

  @Test
  void whatFailsForAllIsSaidOnce() {
    assertThatThrownBy(() -> failing(_ -> "The disk is full")).hasMessage("The disk is full");
  }

  private static void failing(Function<Server, String> reason) {
    Parallel.forEach(
        List.of(Server.KAFKA, Server.NEO4J),
        _ -> {},
        server -> {
          throw new StackException(reason.apply(server));
        });
  }
}
