package dev.portolan.stack;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** Who keeps a port that a server is to have. */
final class PortHolder {
  private static final String LAUNCHERS = "dev.portolan.stack.";

  private PortHolder() {}

  static void requireFree(Server server, StackSettings settings) throws IOException {
    int port = settings.port(server);
    try (ServerSocket socket = new ServerSocket()) {
      // As the servers do: a connection that was closed a moment ago does not keep the port.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(settings.address(), port));
    } catch (BindException e) {
      throw new StackException(taken(server, settings.address(), port, e));
    }
  }

  private static String taken(Server server, String address, int port, BindException reason)
      throws IOException {
    String place = server.title() + " cannot have port " + port + " on " + address + ": ";
    String wayOut = ", or set " + server.portVariable() + " to a free port.";
    OptionalLong holder = Listeners.processOn(port);
    if (holder.isPresent()) {
      String name = describe(holder.getAsLong(), Listeners.commandLine(holder.getAsLong()));
      return place + name + " has it. Stop that" + wayOut;
    }
    return String.valueOf(reason.getMessage()).contains("in use")
        ? place + "it is taken, by a process that this user may not see. Stop that" + wayOut
        : place + reason.getMessage() + ". Give an address of this machine" + wayOut;
  }

  /** Ours by name and data folder, others by their program. */
  static String describe(long pid, List<String> commandLine) {
    String process = " (process " + pid + ")";
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
