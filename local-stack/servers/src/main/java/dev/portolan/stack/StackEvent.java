package dev.portolan.stack;

import java.time.Duration;
import java.util.Locale;

/** What happens to a server, told while it happens. */
public sealed interface StackEvent {
  Server server();

  /** One line for a person: {@code Kafka ready on 127.0.0.1:19092 after 4.2 s}. */
  default String line() {
    return "%-14s %s".formatted(server().title(), said());
  }

  /** The line without the server's name. */
  String said();

  record Starting(Server server, String address, long pid) implements StackEvent {
    @Override
    public String said() {
      return "starting on " + address + " (process " + pid + ")";
    }
  }

  record Ready(Server server, String address, Duration after) implements StackEvent {
    @Override
    public String said() {
      return "ready on " + address + " after " + seconds(after);
    }
  }

  record AlreadyUp(Server server, String address, long pid) implements StackEvent {
    @Override
    public String said() {
      return "already up on " + address + " (process " + pid + ")";
    }
  }

  record Failed(Server server, String reason) implements StackEvent {
    @Override
    public String said() {
      return reason;
    }
  }

  record Stopped(Server server, Duration after) implements StackEvent {
    @Override
    public String said() {
      return "stopped after " + seconds(after);
    }
  }

  /** It did not end when it was asked to. */
  record Killed(Server server, Duration after) implements StackEvent {
    @Override
    public String said() {
      return "killed, because it had not stopped after " + seconds(after);
    }
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
