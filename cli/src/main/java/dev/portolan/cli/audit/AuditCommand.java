package dev.portolan.cli.audit;

import dev.portolan.cli.Addresses;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./portolan audit}: whether the graph and the index hold what the topic says. */
@Command(
    name = "audit",
    description = {
      "Compares the graph and the index with the topic.",
      "0 only where all was compared and nothing differs."
    })
public final class AuditCommand implements Callable<Integer> {
  @Option(names = "--json", description = "Print one JSON object, the readers by their names.")
  boolean json;

  @Override
  public Integer call() {
    Map<String, URI> readers = new LinkedHashMap<>();
    readers.put("catalog-service", Addresses.catalog().resolve("/api/projection/audit"));
    readers.put("search-service", Addresses.search().resolve("/api/projection/audit"));
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
