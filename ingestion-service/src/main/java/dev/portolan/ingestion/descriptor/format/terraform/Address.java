package dev.portolan.ingestion.descriptor.format.terraform;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a managed resource stands in the configuration: without the keys of its instances and of
 * those of its modules, as dependencies name it too. It is made of identifiers and nothing else.
 *
 * @param module such as {@code module.network.module.dns}; empty for the root
 * @param type such as {@code aws_s3_bucket}
 * @param name that the configuration gives it
 */
public record Address(String module, String type, String name) {
  private static final Pattern KEY =
      Pattern.compile("\\[\"(?:[^\"\\\\]|\\\\.)*+\"]|\\[[^\"\\]]*+]");
  private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}\\p{N}_-]{1,300}");

  /** Of the number of an instance, before Terraform 0.12, or all of them. */
  private static final Pattern INDEX = Pattern.compile("[0-9]{1,9}|\\*");

  /**
   * Reads an address.
   *
   * @param module in which it is said; empty for the root
   * @param said there
   * @return empty for what is no managed resource: a data source, a module as a whole
   */
  static Optional<Address> of(String module, String said) {
    String whole = module.isEmpty() ? said : module + "." + said;
    String[] parts = KEY.matcher(whole).replaceAll("").split("\\.", -1);
    int at = 0;
    while (at + 1 < parts.length && parts[at].equals("module")) {
      at += 2;
    }
    int end = at + 2;
    boolean complete =
        parts.length == end || (parts.length == end + 1 && INDEX.matcher(parts[end]).matches());
    if (!complete
        || parts[at].equals("data")
        || !Arrays.stream(parts, 0, end).allMatch(part -> IDENTIFIER.matcher(part).matches())) {
      return Optional.empty();
    }
    String modules = String.join(".", Arrays.copyOf(parts, at));
    return Optional.of(new Address(modules, parts[at], parts[at + 1]));
  }

  @Override
  public String toString() {
    return (module.isEmpty() ? "" : module + ".") + type + "." + name;
  }
}
