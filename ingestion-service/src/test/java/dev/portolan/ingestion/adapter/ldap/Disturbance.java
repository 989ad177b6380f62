package dev.portolan.ingestion.adapter.ldap;

import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchEntry;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What goes wrong in a {@link TestingDirectory}, and what it was asked. */
final class Disturbance extends InMemoryOperationInterceptor {
  private final AtomicInteger searches = new AtomicInteger();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile int refusedFrom = Integer.MAX_VALUE;
  private volatile ResultCode refusal = ResultCode.OTHER;
  private volatile int brokenAt = Integer.MAX_VALUE;
  private volatile Runnable breaking = () -> {};
  private volatile @Nullable BiFunction<Entry, List<String>, Entry> telling;

  /** From the n-th search on, which may be one for a further page, this is the answer. */
  void refuseFrom(int search, ResultCode with) {
    refusedFrom = search;
    refusal = with;
  }

  /** At the n-th search this happens in place of an answer. */
  void breakAt(int search, Runnable how) {
    brokenAt = search;
    breaking = how;
  }

  /** Entries are told so, by what was asked of them. */
  void tell(BiFunction<Entry, List<String>, Entry> as) {
    telling = as;
  }

  /** All attributes that were asked for. */
  List<String> asked() {
    return asked;
  }

  /** How many searches there were, each page being one. */
  int searches() {
    return searches.get();
  }

  @Override
  public void processSearchRequest(InMemoryInterceptedSearchRequest request) throws LDAPException {
    asked.addAll(request.getRequest().getAttributeList());
    int search = searches.incrementAndGet();
    if (search == brokenAt) {
      breaking.run();
    }
    if (search >= refusedFrom) {
      throw new LDAPException(refusal, "refused");
    }
  }

  @Override
  public void processSearchEntry(InMemoryInterceptedSearchEntry entry) {
    BiFunction<Entry, List<String>, Entry> as = telling;
    if (as != null) {
      entry.setSearchEntry(
          new SearchResultEntry(
              as.apply(entry.getSearchEntry(), entry.getRequest().getAttributeList())));
    }
  }
}
