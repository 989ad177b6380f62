package dev.portolan.search;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.portolan.search", importOptions = DoNotIncludeTests.class)
class SearchArchitectureTest {

  @ArchTest
  static final ArchRule featuresArePlainJava =
      classes()
          .that()
          .resideInAnyPackage(
              "dev.portolan.search.audit",
              "dev.portolan.search.intake",
              "dev.portolan.search.indexing",
              "dev.portolan.search.query",
              "dev.portolan.search.query.dependency",
              "dev.portolan.search.query.language",
              "dev.portolan.search.query.scorecard",
              "dev.portolan.search.rebuild")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "org.slf4j",
              "tools.jackson..",
              "org.snakeyaml..",
              "org.commonmark..",
              "dev.portolan.events",
              "dev.portolan.search.audit",
              "dev.portolan.search.intake",
              "dev.portolan.search.indexing",
              "dev.portolan.search.query",
              "dev.portolan.search.query.dependency",
              "dev.portolan.search.query.language",
              "dev.portolan.search.query.scorecard",
              "dev.portolan.search.rebuild")
          .because(
              "a feature's root decides and does no I/O; move what talks to a technology into the"
                  + " package of that name");

  @ArchTest
  static final ArchRule elasticsearchStaysInItsPackages =
      noClasses()
          .that()
          .resideOutsideOfPackages("..elasticsearch")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("co.elastic..")
          .because("another index must be able to take its place; see Projection");

  @ArchTest
  static final ArchRule kafkaStaysInItsPackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.portolan.search.intake.kafka")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..", "org.springframework.kafka..", "org.springframework.cloud..")
          .because("only the intake reads the topic");

  @ArchTest
  static final ArchRule theIntakeKnowsNobody =
      noClasses()
          .that()
          .resideInAPackage("dev.portolan.search.intake..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.portolan.search.audit..",
              "dev.portolan.search.indexing..",
              "dev.portolan.search.query..",
              "dev.portolan.search.rebuild..")
          .because("it gives changes to a Projection, whatever stands behind it");

  @ArchTest
  static final ArchRule indexingAndAskingGoWithoutEachOther =
      noClasses()
          .that()
          .resideInAPackage("dev.portolan.search.indexing..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.portolan.search.query..")
          .because("a document is made without knowing what will be asked of it");

  @ArchTest
  static final ArchRule noOtherPartOfPortolanIsUsed =
      classes()
          .that()
          .resideInAPackage("dev.portolan.search..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "org.slf4j..",
              "tools.jackson..",
              "co.elastic..",
              "jakarta.json..",
              "org.snakeyaml..",
              "org.commonmark..",
              "org.apache.hc..",
              "org.apache.kafka..",
              "org.springframework..",
              "io.micrometer..",
              "dev.portolan.events",
              "dev.portolan.search..")
          .because("services share event-contracts and nothing else");
}
