package dev.portolan.cli.audit;

import dev.portolan.cli.Addresses;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./portolan audit}: whether the graph holds what the topic says. The other readers cannot
 * tell that of themselves yet.
 */
@Command(
    name = "audit",
    description = "Compares the graph with the topic; 0 only where nothing differs.")
public final class AuditCommand implements Callable<Integer> {
  @Option(names = "--json", description = "Print one JSON object, the readers by their names.")
  boolean json;

  @Override
  public Integer call() {
    Map<String, URI> readers = new LinkedHashMap<>();
    readers.put("catalog-service", Addresses.catalog().resolve("/api/projection/audit"));
    Map<String, Audit> found = new LinkedHashMap<>();
    try (Audits audits = new Audits()) {
      readers.forEach(
          (reader, audit) -> {
            found.put(reader, audits.of(audit));
            if (!json) {
              System.out.println(found.get(reader).report(reader));
            }
          });
    }
    if (json) {
      System.out.println(JsonMapper.shared().writeValueAsString(found));
    }
    return found.values().stream().allMatch(Audit::isClean) ? 0 : 1;
  }
}
