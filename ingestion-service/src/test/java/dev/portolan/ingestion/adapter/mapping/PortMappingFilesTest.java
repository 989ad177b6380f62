package dev.portolan.ingestion.adapter.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.portolan.events.Entity;
import dev.portolan.ingestion.descriptor.DescriptorReader;
import dev.portolan.ingestion.descriptor.ReadDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Port's own mapping files, as they lie in its repository, where that lies beside the checkout. */
class PortMappingFilesTest {
  private static final Path FOLDER =
      Path.of("../../shared/data/descriptors/port-labs+ocean/integrations").toAbsolutePath();

  private static final String MAPPING = ".port/resources/port-app-config";

  /** How many resources each file has; counted by grep. */
  private static final Map<String, Integer> RESOURCES =
      Map.ofEntries(
          Map.entry("aikido", 5),
          Map.entry("amplication", 3),
          Map.entry("armorcode", 3),
          Map.entry("aws-v3", 4),
          Map.entry("azure", 7),
          Map.entry("azure-resource-graph", 3),
          Map.entry("bitbucket-cloud", 3),
          Map.entry("bitbucket-server", 4),
          Map.entry("claude", 4),
          Map.entry("cursor", 5),
          Map.entry("cursor-cloud-agents", 2),
          Map.entry("datadog", 8),
          Map.entry("fake-integration", 5),
          Map.entry("firehydrant", 4),
          Map.entry("github", 3),
          Map.entry("gitlab", 1),
          Map.entry("gitlab-v2", 4),
          Map.entry("jira", 4),
          Map.entry("kafka", 4),
          Map.entry("komodor", 3),
          Map.entry("launchdarkly", 4),
          Map.entry("mend", 2),
          Map.entry("newrelic", 5),
          Map.entry("okta", 2),
          Map.entry("opsgenie", 7),
          Map.entry("pagerduty", 7),
          Map.entry("servicenow", 3),
          Map.entry("sonarqube", 6),
          Map.entry("statuspage", 5),
          Map.entry("wiz", 8));

  @BeforeEach
  void theFilesLieBesideTheCheckout() {
    assumeThat(FOLDER).isDirectory();
  }

  @Test
  void everyProgramOfEveryFileCompiles() throws IOException {
    Map<String, Integer> read = new TreeMap<>();
    for (Path file : files()) {
      read.put(integration(file), MappingReader.read(Files.readString(file)).size());
    }

    assertThat(read).isEqualTo(new TreeMap<>(RESOURCES));
    System.out.printf(
        "%d of Port's mapping files with %d resources are read as mappings: %s%n",
        read.size(), read.values().stream().mapToInt(Integer::intValue).sum(), read);
  }

  @Test
  void aServiceOfPagerDuty() throws IOException {
    Entity service =
        entity(
            "pagerduty",
            "services",
            """
            {"id": "PIJ90N7", "name": "Checkout", "html_url": "https://acme.pagerduty.com/x",
             "status": "active", "created_at": "2026-01-01T00:00:00Z",
             "last_incident_timestamp": null,
             "__oncall_user": [{"user": {"email": "jane@example.com"}, "escalation_level": 1}],
             "escalation_policy": {"id": "PT20YPA", "summary": "Default"}}
            """);

    assertThat(service.ref()).hasToString("pagerdutyservice:default/pij90n7");
    assertThat(service.title()).isEqualTo("Checkout");
    assertThat(service.spec()).containsEntry("status", "active");
  }

  @Test
  void aProjectOfGitLabIsAComponentAndItsPathANameByTheRule() throws IOException {
    Entity project =
        entity(
            "gitlab-v2",
            "project",
            """
            {"path_with_namespace": "acme/shop floor/checkout", "name": "Checkout",
             "web_url": "https://gitlab.com/acme", "__languages": {"Java": 90.5, "Shell": 9.5}}
            """);

    assertThat(project.ref()).hasToString("component:default/acme-shopfloor-checkout");
    assertThat(project.annotations())
        .containsEntry("getport.io/identifier", "acme/shopfloor/checkout");
    assertThat(project.spec())
        .containsEntry("type", "service")
        .containsEntry("language", "Java")
        .containsEntry("url", "https://gitlab.com/acme");
  }

  @Test
  void aPropertyWhoseProgramFailsIsLeftOutWithANoteAsInPort() throws IOException {
    Mapped mapped =
        mapped(
            "gitlab", "project", "{\"path_with_namespace\": \"checkout\", \"name\": \"Checkout\"}");

    assertThat(mapped.notes())
        .anySatisfy(note -> assertThat(note).startsWith("/properties/language is left out"));
    assertThat(read(mapped)).isInstanceOf(ReadDocument.Accepted.class);
  }

  @Test
  void relationsKeepTheirNames() throws IOException {
    Entity group =
        entity(
            "gitlab-v2",
            "group-with-members",
            """
            {"full_path": "acme", "name": "Acme", "visibility": "private",
             "__members": [{"username": "jane"}, {"username": "joe"}]}
            """);

    assertThat(group.ref()).hasToString("gitlabgroup:default/acme");
    assertThat(group.relations())
        .extracting(relation -> relation.type() + " " + relation.target())
        .containsExactly("gitlabMembers alias:default/jane", "gitlabMembers alias:default/joe");
  }

  @Test
  void datesAndPatternsOfSonarQubeWork() throws IOException {
    Entity project =
        entity(
            "sonarqube",
            "projects_ga",
            """
            {"key": "acme:checkout", "name": "Checkout", "managed": false,
             "lastAnalysisDate": "2026-05-24T07:45:00+0200",
             "__measures": [{"metric": "bugs", "value": "3"}, {"metric": "coverage", "value": "81.5"}]}
            """);

    assertThat(project.ref()).hasToString("sonarqubeproject:default/acme-checkout");
    assertThat(project.spec())
        .containsEntry("lastAnalysisDate", "2026-05-24T07:45:00+02:00")
        .containsEntry("numberOfBugs", "3")
        .containsEntry("coverage", "81.5");
  }

  @Test
  void theTimeThatAPullRequestTookIsCounted() throws IOException {
    Entity request =
        entity(
            "github",
            "pull-request",
            """
            {"id": 5, "title": "Fix", "state": "closed", "user": {"login": "bot[x]"},
             "assignees": [], "requested_reviewers": [], "head": {"repo": {"name": "shop"}},
             "created_at": "2026-05-24T07:00:00Z", "merged_at": "2026-05-24T08:30:00Z",
             "__repository": "shop"}
            """);

    assertThat(request.ref()).hasToString("githubpullrequest:default/shop5");
    assertThat(String.valueOf(request.spec().get("leadTimeHours"))).isEqualTo("1.5");
    assertThat(request.relations())
        .extracting(relation -> relation.type() + " " + relation.target())
        .contains("repository alias:default/shop");
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> FOLDER.relativize(file).toString().contains(MAPPING))
          .sorted()
          .toList();
    }
  }

  private static String integration(Path file) {
    return FOLDER.relativize(file).getName(0).toString();
  }

  private static Mapped mapped(String integration, String kind, String item) throws IOException {
    Map<String, Path> files =
        files().stream().collect(Collectors.toMap(PortMappingFilesTest::integration, f -> f));
    return Mapping.of(Files.readString(files.get(integration)), Optional.of(kind))
        .map(JsonMapper.shared().readTree(item))
        .getFirst();
  }

  private static ReadDocument read(Mapped mapped) {
    return mapped.read(new DescriptorReader(), 1);
  }

  private static Entity entity(String integration, String kind, String item) throws IOException {
    ReadDocument read = read(mapped(integration, kind, item));
    assertThat(read).as("%s", read).isInstanceOf(ReadDocument.Accepted.class);
    return ((ReadDocument.Accepted) read).entity();
  }
}
