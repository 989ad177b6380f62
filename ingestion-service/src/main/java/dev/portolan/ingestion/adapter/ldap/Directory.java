package dev.portolan.ingestion.adapter.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultReference;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import dev.portolan.ingestion.adapter.BoundException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the entries of a directory page by page; half of them are none. */
final class Directory implements AutoCloseable {
  private static final int PAGE = 500;
  private static final int MOST_ENTRIES = 100_000;
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final LDAPConnection connection;
  private final List<Search> searches;
  private final List<String> attributes;
  private final long begun = System.nanoTime();

  /** Takes entries. */
  interface Handler {
    /** Takes one. */
    void take(Entry entry) throws LDAPException, BoundException;
  }

  Directory(LdapSource source, LdapSettings settings) throws LDAPException, DirectoryFault {
    this.connection = Connections.open(source, settings);
    this.searches = source.searches();
    this.attributes = source.attributes();
  }

  /** Hands over all entries of all searches. */
  void readAll(Handler handler) throws LDAPException, DirectoryFault, BoundException {
    int entries = 0;
    for (Search search : searches) {
      int found = read(search, entries, handler);
      if (found == 0) {
        throw new DirectoryFault(
            "Below %s the directory shows nothing that the filter lets through, and an empty answer is not believed"
                .formatted(search.base()));
      }
      entries += found;
    }
  }

  private int read(Search search, int before, Handler handler)
      throws LDAPException, DirectoryFault, BoundException {
    int found = 0;
    ASN1OctetString cookie = null;
    do {
      SearchResult page = connection.search(request(search, cookie));
      checkReferrals(Objects.requireNonNull(page.getSearchReferences()), search);
      found += page.getEntryCount();
      checkBounds(before + found);
      for (SearchResultEntry entry : Objects.requireNonNull(page.getSearchEntries())) {
        handler.take(Ranges.whole(entry, connection));
      }
      cookie = next(page);
    } while (cookie != null);
    return found;
  }

  private SearchRequest request(Search search, @Nullable ASN1OctetString cookie) {
    SearchRequest request =
        new SearchRequest(
            search.base(), SearchScope.SUB, search.filter(), attributes.toArray(String[]::new));
    request.addControl(new SimplePagedResultsControl(PAGE, cookie));
    return request;
  }

  private static @Nullable ASN1OctetString next(SearchResult page) throws LDAPException {
    SimplePagedResultsControl control = SimplePagedResultsControl.get(page);
    return control != null && control.moreResultsToReturn() ? control.getCookie() : null;
  }

  private static void checkReferrals(List<SearchResultReference> referrals, Search search)
      throws DirectoryFault {
    if (!referrals.isEmpty()) {
      throw new DirectoryFault(
          "Below %s the directory refers to %s, which is not followed: search below entries that it has itself, and make the other a source of its own"
              .formatted(search.base(), Arrays.toString(referrals.getFirst().getReferralURLs())));
    }
  }

  private void checkBounds(int entries) throws BoundException {
    if (entries > MOST_ENTRIES) {
      throw new BoundException(
          "There are more than %,d entries; the rest is not read".formatted(MOST_ENTRIES));
    }
    if (System.nanoTime() - begun > LONGEST.toNanos()) {
      throw new BoundException(
          "Reading the directory takes more than %d min; the rest is not read"
              .formatted(LONGEST.toMinutes()));
    }
  }

  @Override
  public void close() {
    connection.close();
  }
}
