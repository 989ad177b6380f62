package dev.portolan.stack;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A port that is to be had, and who keeps it if it cannot.
 *
 * @param title who is to have it, as people write it
 * @param address where it is to listen
 * @param variable the environment variable that sets another port
 */
public record PortHolder(String title, String address, int port, String variable) {
  /** How a process that is no server of ours says by its command line which folder it is of. */
  public static final String DATA_MARK = "-Dportolan.data=";

  private static final String LAUNCHERS = "dev.portolan.stack.";

  private static final Duration THE_DEAD_LET_GO_WITHIN = Duration.ofSeconds(5);

  static PortHolder of(Server server, StackSettings settings) {
    return new PortHolder(
        server.title(), settings.address(), settings.port(server), server.portVariable());
  }

  /**
   * Gives a process that was killed a moment ago the time to let go.
   *
   * @throws StackException with who has the port, and the way out
   */
  public void requireFree() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + THE_DEAD_LET_GO_WITHIN.toNanos();
    Optional<BindException> refusal = tryToBind();
    while (refusal.isPresent()) {
      OptionalLong holder = Listeners.processOn(port);
      if (holder.isPresent() || !inUse(refusal.get()) || System.nanoTime() > deadline) {
        throw new StackException(reason(refusal.get(), holder));
      }
      Thread.sleep(Duration.ofMillis(100));
      refusal = tryToBind();
    }
  }

  private Optional<BindException> tryToBind() throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      // As the servers do: a connection that was closed a moment ago does not keep the port.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
      return Optional.empty();
    } catch (BindException e) {
      return Optional.of(e);
    }
  }

  private static boolean inUse(BindException refusal) {
    return String.valueOf(refusal.getMessage()).contains("in use");
  }

  private String reason(BindException refusal, OptionalLong holder) {
    String place = "%s cannot have port %d on %s: ".formatted(title, port, address);
    if (!inUse(refusal)) {
      return place + refusal.getMessage() + ". Give an address and a port of this machine.";
    }
    String name =
        holder.isPresent()
            ? describe(holder.getAsLong(), Listeners.commandLine(holder.getAsLong()))
            : "a process that this user may not see";
    return "%s%s has it. Stop that, or set %s to a free port.".formatted(place, name, variable);
  }

  /** Ours by name and data folder, others by their program. */
  static String describe(long pid, List<String> commandLine) {
    String process = " (process " + pid + ")";
    int mark = indexOf(commandLine, DATA_MARK);
    if (mark >= 0) {
      String data = commandLine.get(mark).substring(DATA_MARK.length());
      return ours(Path.of(data, "any")) + process;
    }
    int main = indexOf(commandLine, LAUNCHERS);
    if (main >= 0 && main + 1 < commandLine.size()) {
      return ours(Path.of(commandLine.get(main + 1))) + process;
    }
    int data = commandLine.indexOf("-D");
    String program = commandLine.isEmpty() ? "a program" : programOf(commandLine);
    if (program.equals("postgres") && data >= 0 && data + 1 < commandLine.size()) {
      Path cluster = Path.of(commandLine.get(data + 1));
      return cluster.endsWith("postgres/data")
          ? ours(cluster.resolveSibling("")) + process
          : "another PostgreSQL, with its data in " + cluster + process;
    }
    return program + process;
  }

  private static String ours(Path folder) {
    return "the Portolan stack in " + folder.resolveSibling("").normalize();
  }

  private static String programOf(List<String> commandLine) {
    return commandLine.getFirst().replaceFirst(".*/", "");
  }

  private static int indexOf(List<String> words, String prefix) {
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).startsWith(prefix)) {
        return i;
      }
    }
    return -1;
  }
}
