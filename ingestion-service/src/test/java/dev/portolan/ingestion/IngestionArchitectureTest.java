package dev.portolan.ingestion;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;

@AnalyzeClasses(
    packages = "dev.portolan.ingestion",
    importOptions = ImportOption.DoNotIncludeTests.class)
class IngestionArchitectureTest {
  /** What decides: which descriptor is right, who wins, what a sync means. */
  private static final String[] DECISIONS = {
    "dev.portolan.ingestion.alias",
    "dev.portolan.ingestion.descriptor",
    "dev.portolan.ingestion.descriptor.body",
    "dev.portolan.ingestion.descriptor.dialect",
    "dev.portolan.ingestion.descriptor.format",
    "dev.portolan.ingestion.descriptor.format.graphql",
    "dev.portolan.ingestion.descriptor.format.protobuf",
    "dev.portolan.ingestion.descriptor.format.terraform",
    "dev.portolan.ingestion.descriptor.kubernetes",
    "dev.portolan.ingestion.descriptor.rule",
    "dev.portolan.ingestion.fact",
    "dev.portolan.ingestion.history",
    "dev.portolan.ingestion.kind",
    "dev.portolan.ingestion.observation",
    "dev.portolan.ingestion.original",
    "dev.portolan.ingestion.reconciliation",
    "dev.portolan.ingestion.source",
    "dev.portolan.ingestion.sync",
  };

  /** ArchUnit is content with rules about packages that do not exist. */
  @ArchTest
  static void theRulesSpeakOfPackagesThatExist(JavaClasses classes) {
    assertThat(DECISIONS)
        .allMatch(
            name -> classes.stream().anyMatch(each -> each.getPackageName().equals(name)),
            "exists");
    assertThat(
            Arrays.asList(
                ".postgres",
                ".mysql",
                ".database",
                ".kafka",
                ".http",
                ".git",
                ".jq",
                ".kubernetes",
                ".ldap"))
        .allMatch(
            name -> classes.stream().anyMatch(each -> each.getPackageName().endsWith(name)),
            "exists");
  }

  @ArchTest
  static final ArchRule noOtherPartOfPortolanIsUsed =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.portolan..")
                  .and(
                      resideOutsideOfPackages(
                          "dev.portolan.events",
                          "dev.portolan.outbox",
                          "dev.portolan.ingestion..")))
          .because("services share event-contracts and the outbox, and nothing else");

  @ArchTest
  static final ArchRule decisionsDoNoInputAndOutput =
      classes()
          .that()
          .resideInAnyPackage(DECISIONS)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "dev.portolan.events",
                      "java..",
                      "org.jspecify.annotations",
                      "com.fasterxml.jackson.annotation",
                      "com.networknt.schema..",
                      "org.snakeyaml.engine..",
                      "tools.jackson..")
                  .or(resideInAnyPackage(DECISIONS)))
          .because("what decides is plain Java; technology has a package of its name beneath");

  @ArchTest
  static final ArchRule sqlStaysInItsPackages =
      onlyIn(
              List.of("..postgres", "..adapter.database", "..adapter.database.mysql"),
              "java.sql..",
              "org.springframework.jdbc..")
          .because("whoever reads a query must find its table's other queries beside it");

  @ArchTest
  static final ArchRule kafkaStaysInItsPackages =
      onlyIn(List.of("..topic.kafka", "..adapter.kafka"), "org.apache.kafka..")
          .because("our topics are made in the one, and topics of others are read in the other");

  @ArchTest
  static final ArchRule nothingIsWrittenToKafka =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka.clients.producer..")
          .because("events leave by the outbox alone");

  @ArchTest
  static final ArchRule gitStaysInItsPackage =
      onlyIn("..adapter.git", "org.eclipse.jgit..")
          .because("a further adapter must not have to know of JGit");

  @ArchTest
  static final ArchRule jqStaysInItsPackage =
      onlyIn(
              "..adapter.jq",
              "net.thisptr..",
              "org.joni..",
              "org.jcodings..",
              "com.fasterxml.jackson.core..",
              "com.fasterxml.jackson.databind..")
          .because("jackson-jq reads trees of Jackson 2, and everything else here those of 3");

  @ArchTest
  static final ArchRule fabric8StaysInItsPackage =
      onlyIn("..adapter.kubernetes", "io.fabric8..")
          .because("a manifest is read the same way, be it of a cluster or of a file");

  @ArchTest
  static final ArchRule ldapStaysInItsPackage =
      onlyIn("..adapter.ldap", "com.unboundid..")
          .because("users and groups are entities like all others once they are read");

  private static ArchRule onlyIn(String home, String... technology) {
    return onlyIn(List.of(home), technology);
  }

  private static ArchRule onlyIn(List<String> homes, String... technology) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(homes.toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(technology);
  }
}
