package dev.portolan.ingestion.adapter.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.adapter.BoundException;
import dev.portolan.ingestion.adapter.FoundDocument;
import dev.portolan.ingestion.adapter.mapping.MappedItems;
import dev.portolan.ingestion.adapter.mapping.Mapping;
import dev.portolan.ingestion.descriptor.DescriptorReader;
import dev.portolan.ingestion.descriptor.ReadDocument;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a directory twice: first to learn which entity each entry becomes, and then to say them,
 * each with the others that it tells of. So only names are in memory together.
 */
final class LdapReading {
  private final Mapping mapping;
  private final DescriptorReader reader;
  private final MappedItems items;
  private final Refs refs = new Refs();

  LdapReading(Mapping mapping, DescriptorReader reader, Consumer<FoundDocument> sink) {
    this.mapping = mapping;
    this.reader = reader;
    this.items = new MappedItems(reader, sink);
  }

  void read(Directory directory) throws LDAPException, DirectoryFault, BoundException {
    directory.readAll(this::learn);
    directory.readAll(entry -> map(entry, items));
  }

  List<String> notes() {
    return items.notes("entries");
  }

  private void learn(Entry entry) throws LDAPException, BoundException {
    AtomicReference<@Nullable EntityRef> ref = new AtomicReference<>();
    map(entry, new MappedItems(reader, found -> ref.compareAndSet(null, ref(found))));
    EntityRef learned = ref.get();
    if (learned != null) {
      refs.put(entry, learned);
    }
  }

  private void map(Entry entry, MappedItems to) throws BoundException {
    to.map(mapping, EntryJson.of(entry, refs), entry.getDN(), entry.getDN());
  }

  private static @Nullable EntityRef ref(FoundDocument found) {
    return switch (found.document()) {
      case ReadDocument.Accepted accepted -> accepted.entity().ref();
      case ReadDocument.Rejected rejected -> rejected.ref();
      case ReadDocument.PassedOver _ -> null;
    };
  }
}
