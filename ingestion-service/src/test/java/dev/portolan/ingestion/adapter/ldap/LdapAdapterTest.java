package dev.portolan.ingestion.adapter.ldap;

import static dev.portolan.ingestion.adapter.ldap.TestingDirectory.BASE;
import static dev.portolan.ingestion.adapter.ldap.TestingDirectory.GROUPS;
import static dev.portolan.ingestion.adapter.ldap.TestingDirectory.PASSWORD;
import static dev.portolan.ingestion.adapter.ldap.TestingDirectory.PEOPLE;
import static dev.portolan.ingestion.adapter.ldap.TestingDirectory.USER;
import static dev.portolan.ingestion.adapter.ldap.TestingDirectory.dns;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.adapter.FoundDocument;
import dev.portolan.ingestion.adapter.SourceReading;
import dev.portolan.ingestion.adapter.network.AllowedHosts;
import dev.portolan.ingestion.adapter.network.Secrets;
import dev.portolan.ingestion.descriptor.DescriptorReader;
import dev.portolan.ingestion.descriptor.ReadDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LdapAdapterTest {
  private final List<FoundDocument> found = new ArrayList<>();
  private TestingDirectory directory;

  @BeforeEach
  void start() throws LDAPException {
    directory = TestingDirectory.inTheClear();
  }

  @AfterEach
  void stop() {
    directory.close();
  }

  @Test
  void peopleAndGroupsBecomeUsersAndGroupsWithTheirMembers() throws LDAPException {
    directory.person("jane");
    directory.person("sam");
    directory.group("web", dns("jane"));
    directory.group(
        "all", Stream.concat(dns("sam").stream(), Stream.of("cn=web," + GROUPS)).toList());
    directory.add(
        "dn: cn=ops," + GROUPS,
        "objectClass: groupOfUniqueNames",
        "cn: ops",
        "description: Keeps it running",
        "uniqueMember: UID=Sam, OU=People, DC=acme,DC=example");
    directory.add(
        "dn: cn=unix," + GROUPS,
        "objectClass: posixGroup",
        "cn: unix",
        "gidNumber: 7",
        "memberUid: jane",
        "memberUid: nobody");

    SourceReading reading = read(source());

    assertThat(reading.faults()).isEmpty();
    assertThat(entity("user:default/jane").spec().get("profile"))
        .isEqualTo(Map.of("displayName", "jane", "email", "jane@acme.example"));
    assertThat(spec("group:default/web")).containsEntry("members", List.of("user:default/jane"));
    assertThat(spec("group:default/all"))
        .containsEntry("members", List.of("user:default/sam"))
        .containsEntry("children", List.of("group:default/web"));
    assertThat(spec("group:default/ops")).containsEntry("members", List.of("user:default/sam"));
    assertThat(entity("group:default/ops").description()).isEqualTo("Keeps it running");
    assertThat(spec("group:default/unix")).containsEntry("members", List.of("user:default/jane"));
    assertThat(found).hasSize(6);
  }

  @Test
  void theUsersAndGroupsOfActiveDirectoryAreThoseToo() throws LDAPException {
    directory.add(
        "dn: CN=Jane Doe," + PEOPLE,
        "objectClass: top",
        "objectClass: person",
        "objectClass: user",
        "cn: Jane Doe",
        "sAMAccountName: JDoe",
        "displayName: Jane Doe");
    directory.add(
        "dn: CN=LAPTOP7," + PEOPLE,
        "objectClass: user",
        "objectClass: computer",
        "cn: LAPTOP7",
        "sAMAccountName: LAPTOP7$");
    directory.add(
        "dn: CN=Web Shop," + GROUPS,
        "objectClass: group",
        "cn: Web Shop",
        "sAMAccountName: web-shop",
        "member: CN=Jane Doe," + PEOPLE,
        "member: CN=LAPTOP7," + PEOPLE);

    assertThat(read(source()).faults()).isEmpty();

    assertThat(entity("user:default/jdoe").title()).isEqualTo("Jane Doe");
    assertThat(spec("group:default/web-shop"))
        .containsEntry("members", List.of("user:default/jdoe"));
    assertThat(found).hasSize(2);
  }

  @Test
  void aLargeGroupOfActiveDirectoryIsToldInParts() throws LDAPException {
    directory.people("p", 5);
    directory.group("large", dns("p-1", "p-2", "p-3", "p-4", "p-5"));
    directory.disturbance().tell(LdapAdapterTest::twoMembersAtATime);

    assertThat(read(source()).faults()).isEmpty();

    assertThat((List<?>) spec("group:default/large").get("members")).hasSize(5);
  }

  @Test
  void anOwnMappingSeesTheAttributesThatItAsksForAndNoPasswords() throws LDAPException {
    directory.add(
        "dn: uid=jane," + PEOPLE,
        "objectClass: inetOrgPerson",
        "uid: jane",
        "departmentNumber: 42",
        "userPassword: secret");
    Map<String, Object> source = source();
    source.put("attributes", List.of("departmentNumber"));
    source.put(
        "mapping",
        List.of(
            Map.of(
                "entity",
                Map.of(
                    "kind", "\"User\"",
                    "metadata", Map.of("name", ".uid[0]", "description", "tojson"),
                    "spec", Map.of("department", ".departmentnumber[0]")))));

    assertThat(read(source).faults()).isEmpty();

    assertThat(spec("user:default/jane")).containsEntry("department", "42");
    assertThat(entity("user:default/jane").description())
        .contains("\"dn\":\"uid=jane")
        .doesNotContainIgnoringCase("password");
    assertThat(directory.disturbance().asked()).doesNotContain("*", "userPassword");
  }

  @Test
  void twelveHundredPeopleComePageByPage() throws LDAPException {
    directory.people("many", 1_200);

    assertThat(read(source()).faults()).isEmpty();

    assertThat(found).hasSize(1_200);
    assertThat(directory.disturbance().searches()).isEqualTo(2 * 3);
  }

  @Test
  void halfAnAnswerIsNone() throws LDAPException {
    directory.people("half", 600);
    directory.breakOffAt(2);

    assertThat(read(source()).faults())
        .singleElement()
        .asString()
        .contains("breaks off", "ldap://localhost");
  }

  @Test
  void anAnswerThatTheDirectoryCutsOffIsNone() throws LDAPException {
    directory.people("cut", 600);
    directory.disturbance().refuseFrom(2, ResultCode.SIZE_LIMIT_EXCEEDED);

    assertThat(read(source()).faults()).singleElement().asString().contains("cuts off its answer");
  }

  @Test
  void anAnswerThatRefersToAnotherHostIsNoneAndTheHostIsNotAsked() throws LDAPException {
    directory.person("jane");
    directory.add(
        "dn: ou=elsewhere," + BASE,
        "objectClass: referral",
        "objectClass: extensibleObject",
        "ou: elsewhere",
        "ref: ldap://10.1.2.3/ou=elsewhere,dc=other");

    assertThat(read(source()).faults())
        .singleElement()
        .asString()
        .contains("10.1.2.3", "which is not followed");
  }

  @Test
  void anEmptyAnswerIsNotBelieved() {
    assertThat(read(source()).faults()).singleElement().asString().contains(BASE, "empty answer");
  }

  @Test
  void aBaseThatIsNotThereIsToldWithWhatIs() throws LDAPException {
    directory.person("jane");
    Map<String, Object> source = source();
    source.put("searches", List.of(Map.of("base", "ou=gone," + BASE)));

    assertThat(read(source).faults()).singleElement().asString().contains("no such base", BASE);
  }

  @Test
  void aUserWhoIsNotLetInIsToldWithoutThePassword() throws LDAPException {
    directory.person("jane");
    Map<String, Object> source = source();
    source.put("user", "cn=stranger," + BASE);

    assertThat(read(source).faults())
        .singleElement()
        .asString()
        .contains("lets nobody in as cn=stranger")
        .doesNotContain(PASSWORD);
    assertThat(found).isEmpty();
  }

  @Test
  void aDirectoryThatIsAwayIsTold() {
    Map<String, Object> source = source();
    int port = directory.port();
    directory.close();

    assertThat(read(source, port).faults())
        .singleElement()
        .asString()
        .contains("cannot be reached");
  }

  @Test
  void aConnectionIsEncryptedFromTheBeginningOrBeforeAnythingIsTold(@TempDir Path folder)
      throws Exception {
    TestingTls tls = TestingTls.make(folder);
    String stranger = TestingTls.make(folder).certificate();
    try (TestingDirectory atOnce = TestingDirectory.encrypted(tls.context());
        TestingDirectory later = TestingDirectory.withStartTls(tls.context())) {
      for (TestingDirectory each : List.of(atOnce, later)) {
        each.person("jane");
        Map<String, Object> source = source(each == atOnce ? "ldaps" : "ldap", each.port());
        source.put("startTls", each == later);
        source.put("caCertificate", tls.certificate());
        assertThat(read(source, each.port()).faults()).isEmpty();

        source.put("caCertificate", stranger);
        assertThat(read(source, each.port()).faults())
            .singleElement()
            .asString()
            .containsIgnoringCase("certificat");
      }
    }
  }

  @Test
  void aDirectoryThatDoesNotEncryptIsToldNoPassword() throws LDAPException {
    directory.person("jane");
    Map<String, Object> source = source();
    source.put("startTls", true);

    assertThat(read(source).faults()).singleElement().asString().containsIgnoringCase("StartTLS");
  }

  /** As Active Directory tells a group that has more than two members, if two were its limit. */
  private static Entry twoMembersAtATime(Entry entry, List<String> asked) {
    if (!entry.getDN().startsWith("cn=large,")) {
      return entry;
    }
    List<String> members = dns("p-1", "p-2", "p-3", "p-4", "p-5");
    int from =
        asked.stream()
            .filter(each -> each.startsWith("member;range="))
            .map(
                each ->
                    Integer.parseInt(each.substring("member;range=".length(), each.indexOf('-'))))
            .findFirst()
            .orElse(0);
    int to = Math.min(from + 2, members.size());
    String name =
        "member;range=%d-%s".formatted(from, to == members.size() ? "*" : Integer.toString(to - 1));
    Entry told = entry.duplicate();
    told.removeAttribute("member");
    told.addAttribute(new Attribute(name, members.subList(from, to).toArray(String[]::new)));
    return told;
  }

  private SourceReading read(Map<String, Object> source) {
    return read(source, directory.port());
  }

  private SourceReading read(Map<String, Object> source, int port) {
    LdapSettings settings =
        LdapSettings.of(
            AllowedHosts.of(
                AllowedHosts.Settings.DATABASES,
                List.of("localhost"),
                List.of("PORTOLAN_DATABASE_DIRECTORY=localhost:" + port)),
            new Secrets(Secrets.Family.DATABASE, _ -> PASSWORD, null));
    return new LdapAdapter(new DescriptorReader(), settings).read("people", source, found::add);
  }

  private Map<String, Object> source() {
    return source("ldap", directory.port());
  }

  private static Map<String, Object> source(String scheme, int port) {
    Map<String, Object> source = new HashMap<>();
    source.put("url", "%s://localhost:%d".formatted(scheme, port));
    source.put("user", USER);
    source.put("secret", "PORTOLAN_DATABASE_DIRECTORY");
    source.put("searches", List.of(Map.of("base", BASE)));
    return source;
  }

  private Entity entity(String ref) {
    return found.stream()
        .map(FoundDocument::document)
        .filter(ReadDocument.Accepted.class::isInstance)
        .map(document -> ((ReadDocument.Accepted) document).entity())
        .filter(entity -> entity.ref().equals(EntityRef.parse(ref)))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, @Nullable Object> spec(String ref) {
    return entity(ref).spec();
  }
}
