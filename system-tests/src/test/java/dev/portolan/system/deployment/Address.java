package dev.portolan.system.deployment;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where something listens, or where somebody looks for it. */
record Address(String host, int port) {
  private static final Pattern PATTERN =
      Pattern.compile("(?:^|//|,)([a-z0-9][a-z0-9.-]*):(\\d{2,5})(?=$|[/,])");

  /** The addresses in a property: {@code host:port}, several of them, or URLs. */
  static Stream<Address> in(String text) {
    return PATTERN
        .matcher(text)
        .results()
        .map(each -> new Address(each.group(1), Integer.parseInt(each.group(2))));
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
