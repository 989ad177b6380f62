package dev.portolan.cli.importing;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names that Portolan allows, made from what other tools call things. */
public final class Names {
  private static final int LONGEST = 63;
  private final Set<String> taken = new HashSet<>();

  /** A name that none before it got: that of the words, or the next number behind it. */
  public String unique(String words) {
    String name = of(words);
    for (int number = 2; !taken.add(name); number++) {
      String end = "-" + number;
      String begin = of(words);
      name = trimmed(begin.substring(0, Math.min(begin.length(), LONGEST - end.length()))) + end;
    }
    return name;
  }

  /** Lower-case letters and digits, in runs separated by a hyphen, at most 63 characters. */
  public static String of(String words) {
    String plain =
        Normalizer.normalize(words, Normalizer.Form.NFD).toLowerCase(Locale.ROOT).strip();
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (isWord(c)) {
        name.append(c);
      } else if (c < 0x300 && !name.isEmpty() && name.charAt(name.length() - 1) != '-') {
        name.append('-');
      }
    }
    String cut = trimmed(name.substring(0, Math.min(name.length(), LONGEST)));
    return cut.isEmpty() ? "unnamed" : cut;
  }

  /** The name as it is where it is allowed, else one made of it. */
  public static String kept(String name) {
    return isAllowed(name) ? name : of(name);
  }

  /** Whether it is 1 to 63 letters and digits with a single hyphen, dot or underscore between. */
  public static boolean isAllowed(String name) {
    return name.length() <= LONGEST && name.matches("[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*");
  }

  /** Whether it is one that tags have: lower-case letters, digits and {@code :+#}, with hyphens. */
  public static boolean isTag(String name) {
    return name.length() <= LONGEST && name.matches("[a-z0-9:+#]+(-[a-z0-9:+#]+)*");
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static String trimmed(String name) {
    return name.endsWith("-") ? name.substring(0, name.length() - 1) : name;
  }
}
