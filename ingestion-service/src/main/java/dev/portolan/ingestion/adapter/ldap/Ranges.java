package dev.portolan.ingestion.adapter.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The members of large groups: Active Directory tells 1,500 of them, as {@code
 * member;range=0-1499}, and the others to whoever asks for them.
 */
final class Ranges {
  private static final Pattern RANGE = Pattern.compile("(?i)([^;]+);range=(\\d+)-(\\d+|\\*)");
  private static final String LAST = "*";

  private Ranges() {}

  /** The entry with all values of all its attributes, under their own names. */
  static Entry whole(SearchResultEntry entry, LDAPConnection connection)
      throws LDAPException, DirectoryFault {
    Entry whole = new Entry(entry.getParsedDN());
    for (Attribute attribute : entry.getAttributes()) {
      Optional<Matcher> range = range(attribute);
      if (range.isEmpty()) {
        // Where there are ranges the attribute itself stands beside them, and is empty.
        whole.addAttribute(attribute);
      } else {
        add(whole, attribute, range.get(), connection);
      }
    }
    return whole;
  }

  private static void add(Entry whole, Attribute first, Matcher range, LDAPConnection connection)
      throws LDAPException, DirectoryFault {
    String name = range.group(1);
    Attribute part = first;
    Matcher current = range;
    while (true) {
      whole.addAttribute(new Attribute(name, part.getValues()));
      if (current.group(3).equals(LAST)) {
        return;
      }
      String next = "%s;range=%d-*".formatted(name, Long.parseLong(current.group(3)) + 1);
      part = part(whole.getDN(), next, connection);
      current = range(part).orElseThrow();
    }
  }

  private static Attribute part(String dn, String range, LDAPConnection connection)
      throws LDAPException, DirectoryFault {
    SearchResultEntry entry = connection.getEntry(dn, range);
    List<Attribute> parts =
        entry == null
            ? List.of()
            : entry.getAttributes().stream()
                .filter(each -> range(each).isPresent() && each.hasValue())
                .toList();
    if (parts.size() != 1) {
      throw new DirectoryFault("The directory does not tell %s of %s".formatted(range, dn));
    }
    return parts.getFirst();
  }

  private static Optional<Matcher> range(Attribute attribute) {
    return Optional.of(RANGE.matcher(attribute.getName())).filter(Matcher::matches);
  }
}
