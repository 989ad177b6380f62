package dev.portolan.stack;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** The machine's memory and the servers' share of it, where the system tells. */
public final class Memory {
  private static final long MEGABYTE = 1_000_000;

  private Memory() {}

  /** Says so before it starts, instead of letting the system kill a server later. */
  static void requireFor(Collection<Server> servers, long besideMegabytes, StackSettings settings) {
    long needed = besideMegabytes * MEGABYTE;
    for (Server server : servers) {
      if (!running(server, settings)) {
        needed += server.megabytes() * MEGABYTE;
      }
    }
    requireThat(available(), needed);
  }

  static void requireThat(long available, long needed) {
    if (available < needed) {
      throw new StackException(
          ("Too little memory: what is to start takes about %d MB, and %d MB are available."
                  + " End another program first.")
              .formatted(needed / MEGABYTE, available / MEGABYTE));
    }
  }

  /** What the machine has left, and at most what this container may have. */
  private static long available() {
    long machine = lineOf(Path.of("/proc/meminfo"), "MemAvailable:").orElse(Long.MAX_VALUE);
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return Math.min(machine, system.getTotalMemorySize());
  }

  /** PostgreSQL is a process and its children; what they share is counted once. */
  public static OptionalLong resident(ProcessHandle process) {
    long[] shares =
        LongStream.concat(
                LongStream.of(process.pid()), process.descendants().mapToLong(ProcessHandle::pid))
            .map(pid -> share(pid).orElse(0))
            .toArray();
    long sum = LongStream.of(shares).sum();
    return sum == 0 ? OptionalLong.empty() : OptionalLong.of(sum);
  }

  private static OptionalLong share(long pid) {
    Path process = Path.of("/proc", Long.toString(pid));
    OptionalLong proportional = lineOf(process.resolve("smaps_rollup"), "Pss:");
    return proportional.isPresent() ? proportional : lineOf(process.resolve("status"), "VmRSS:");
  }

  /** A line such as {@code Pss: 1024 kB}, in bytes. */
  private static OptionalLong lineOf(Path file, String name) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(name.length()).strip().split(" ", 2)[0])
          .mapToLong(kilobytes -> Long.parseLong(kilobytes) * 1024)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  private static boolean running(Server server, StackSettings settings) {
    try {
      return new ServerProcess(settings.folder(server)).find().isPresent();
    } catch (IOException e) {
      return false;
    }
  }
}
