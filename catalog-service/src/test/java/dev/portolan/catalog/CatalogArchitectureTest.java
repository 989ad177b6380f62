package dev.portolan.catalog;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;

@AnalyzeClasses(
    packages = "dev.portolan.catalog",
    importOptions = ImportOption.DoNotIncludeTests.class)
class CatalogArchitectureTest {
  /** The features' root packages, and the memory, which is plain Java too. */
  private static final String[] PLAIN = {
    "dev.portolan.catalog.dependency",
    "dev.portolan.catalog.dependency.memory",
    "dev.portolan.catalog.dependency.past",
    "dev.portolan.catalog.entity",
    "dev.portolan.catalog.finding",
    "dev.portolan.catalog.intake",
    "dev.portolan.catalog.ownership",
    "dev.portolan.catalog.paging",
    "dev.portolan.catalog.projection",
    "dev.portolan.catalog.rebuild",
    "dev.portolan.catalog.relation",
    "dev.portolan.catalog.version",
    "dev.portolan.catalog.whatif",
  };

  /** ArchUnit is content with rules about packages that do not exist. */
  @ArchTest
  static void theRulesSpeakOfPackagesThatExist(JavaClasses classes) {
    assertThat(PLAIN)
        .allMatch(
            name -> classes.stream().anyMatch(each -> each.getPackageName().equals(name)),
            "exists");
    assertThat(Arrays.asList("..neo4j", "..kafka", "..http"))
        .allMatch(
            name ->
                classes.stream()
                    .anyMatch(each -> each.getPackageName().endsWith(name.substring(1))),
            "exists");
  }

  @ArchTest
  static final ArchRule theServiceUsesNothingElse =
      classes()
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "dev.portolan.catalog..",
                  "dev.portolan.events",
                  "java..",
                  "org.jspecify.annotations",
                  "org.slf4j",
                  "tools.jackson..",
                  "com.fasterxml.jackson.annotation",
                  "jakarta.servlet.http",
                  "jakarta.servlet",
                  "org.springframework..",
                  "org.neo4j.driver..",
                  "org.apache.kafka.clients..",
                  "org.apache.kafka.common..",
                  "io.micrometer.."))
          .because("another service's Java is reached over HTTP and Kafka alone");

  @ArchTest
  static final ArchRule featuresArePlainJavaAtTheirRoot =
      classes()
          .that()
          .resideInAnyPackage(PLAIN)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "dev.portolan.events",
                      "java..",
                      "org.jspecify.annotations",
                      "org.slf4j",
                      "tools.jackson..")
                  .or(resideInAnyPackage(PLAIN)))
          .because("technology belongs into a sub-package that is named after it");

  @ArchTest
  static final ArchRule neo4jIsSpokenToInItsPackages =
      noClasses()
          .that()
          .resideOutsideOfPackages("..neo4j", "dev.portolan.catalog", "dev.portolan.catalog.http")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.neo4j..")
          .because("Cypher belongs into a package neo4j; put it there");

  @ArchTest
  static final ArchRule kafkaIsSpokenToInItsPackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("..kafka")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
          .because("there is one way in: intake.kafka");

  @ArchTest
  static final ArchRule featuresDoNotGoInCircles =
      slices().matching("dev.portolan.catalog.(*)..").should().beFreeOfCycles();
}
