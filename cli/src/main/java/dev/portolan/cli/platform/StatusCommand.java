package dev.portolan.cli.platform;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./portolan status}: what runs, where, and with how much memory. */
@Command(
    name = "status",
    description =
        "Says what runs, where, and with how much memory. Ends with 1 when not all is up.")
public final class StatusCommand implements Callable<Integer> {
  @Mixin DataOption data = new DataOption();

  @Option(names = "--json", description = "For programs.")
  boolean json;

  @Override
  public Integer call() {
    List<PartStatus> parts = PartStatus.ofAll(data.home());
    if (json) {
      System.out.println(JsonMapper.shared().writeValueAsString(parts));
    } else {
      print(parts);
    }
    return parts.stream().allMatch(part -> part.state().equals("UP")) ? 0 : 1;
  }

  private static void print(List<PartStatus> parts) {
    System.out.printf("%-18s %-14s %-24s %8s %8s%n", "", "STATE", "ADDRESS", "PID", "MB");
    for (PartStatus part : parts) {
      System.out.printf(
          "%-18s %-14s %-24s %8s %8s%n",
          part.name(),
          part.state(),
          part.address(),
          part.pid() == null ? "-" : part.pid(),
          part.megabytes() == null ? "-" : part.megabytes());
    }
    long sum = parts.stream().mapToLong(p -> p.megabytes() == null ? 0 : p.megabytes()).sum();
    System.out.printf("%-18s %-14s %-24s %8s %8d%n", "all", "", "", "", sum);
  }
}
