package dev.portolan.ingestion.adapter.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import dev.portolan.ingestion.adapter.BoundException;
import dev.portolan.ingestion.adapter.Reception;
import dev.portolan.ingestion.adapter.SourceAdapter;
import dev.portolan.ingestion.adapter.SourceReading;
import dev.portolan.ingestion.descriptor.DescriptorReader;
import java.util.List;
import java.util.Map;

/**
 * Reads the users and groups of a directory.
 *
 * <p>Configuration: {@code url}, {@code startTls} and {@code caCertificate}; {@code user} and
 * {@code secret}; {@code searches}, {@code attributes} and {@code mapping}. docs/directories.md
 * says what each is.
 */
public final class LdapAdapter implements SourceAdapter {
  private final DescriptorReader reader;
  private final LdapSettings settings;

  /** Reads directories. */
  public LdapAdapter(DescriptorReader reader, LdapSettings settings) {
    this.reader = reader;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "ldap";
  }

  @Override
  public void check(Map<String, Object> configuration) {
    settings.check(LdapSource.of(configuration));
  }

  @Override
  public SourceReading read(String source, Map<String, Object> configuration, Reception reception) {
    LdapSource asked = LdapSource.of(configuration);
    settings.check(asked);
    LdapReading reading = new LdapReading(asked.mapping(), reader, reception::take);
    try (Directory directory = new Directory(asked, settings)) {
      reading.read(directory);
      return new SourceReading(asked.searches().size(), null, List.of(), reading.notes());
    } catch (LDAPException e) {
      return broken(new Reason(asked, settings).of(e), reading);
    } catch (DirectoryFault | BoundException e) {
      return broken(String.valueOf(e.getMessage()), reading);
    }
  }

  private static SourceReading broken(String fault, LdapReading reading) {
    return new SourceReading(0, null, List.of(fault + "."), reading.notes());
  }
}
