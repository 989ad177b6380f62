package dev.portolan.ingestion.descriptor.format.terraform;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a managed resource stands in the configuration: without the keys of its instances and of
 * those of its modules, as dependencies name it too.
 *
 * @param module such as {@code module.network.module.dns}; empty for the root
 * @param type such as {@code aws_s3_bucket}
 * @param name that the configuration gives it
 */
public record Address(String module, String type, String name) {
  private static final Pattern KEY =
      Pattern.compile("\\[\"(?:[^\"\\\\]|\\\\.)*+\"]|\\[[^\"\\]]*+]");

  /** Of a module, without the keys of its instances. */
  static String moduleOf(String text) {
    return KEY.matcher(text).replaceAll("");
  }

  /**
   * Reads an address.
   *
   * @return empty for what is no managed resource: a data source, a module as a whole
   */
  static Optional<Address> of(String text) {
    String[] parts = moduleOf(text).split("\\.", -1);
    int at = 0;
    while (at + 1 < parts.length && parts[at].equals("module")) {
      at += 2;
    }
    boolean hasIndex = parts.length == at + 3;
    if (parts.length != at + 2 && !(hasIndex && parts[at + 2].matches("\\d+|\\*"))) {
      return Optional.empty();
    }
    String module = String.join(".", Arrays.copyOf(parts, at));
    Address address = new Address(module, parts[at], parts[at + 1]);
    return address.isManaged() ? Optional.of(address) : Optional.empty();
  }

  private boolean isManaged() {
    return !type.isEmpty() && !name.isEmpty() && !type.equals("data");
  }

  /** The whole address of what is said from within a module. */
  Address in(String around) {
    return new Address(
        around + (around.isEmpty() || module.isEmpty() ? "" : ".") + module, type, name);
  }

  @Override
  public String toString() {
    return (module.isEmpty() ? "" : module + ".") + type + "." + name;
  }
}
