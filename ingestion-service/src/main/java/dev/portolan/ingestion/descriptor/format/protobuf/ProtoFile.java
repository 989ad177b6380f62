package dev.portolan.ingestion.descriptor.format.protobuf;

import java.util.List;

/**
 * The package and the services of a {@code .proto} file; all else is passed by unread.
 *
 * @param packageName empty when the file names none
 * @param services in their order
 */
public record ProtoFile(String packageName, List<Service> services) {

  /**
   * A service.
   *
   * @param line where it begins, from 1
   * @param comment that stands right before it; empty when none does
   * @param from the index of its first character, comment included
   * @param to the index after its last
   */
  public record Service(String name, int line, String comment, int from, int to) {}

  /**
   * Reads a file.
   *
   * @throws UnclosedException when a block, string or comment has no end
   */
  public static ProtoFile of(String text) throws UnclosedException {
    return new ProtoReading(text).read();
  }

  /** The name by which gRPC calls a service, with the package before it. */
  public String fullName(Service service) {
    return (packageName.isEmpty() ? "" : packageName + ".") + service.name();
  }

  /**
   * The text without the other services.
   *
   * @param text that was read
   */
  public String definition(Service service, String text) {
    StringBuilder left = new StringBuilder();
    int at = 0;
    for (Service each : services) {
      left.append(text, at, each.equals(service) ? each.to() : each.from());
      at = each.to();
    }
    return left.append(text, at, text.length()).toString();
  }
}
