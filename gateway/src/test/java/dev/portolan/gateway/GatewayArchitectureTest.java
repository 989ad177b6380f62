package dev.portolan.gateway;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the gateway may depend on. Each rule has been seen red. */
@AnalyzeClasses(packages = "dev.portolan", importOptions = ImportOption.DoNotIncludeTests.class)
class GatewayArchitectureTest {
  private static final String GATEWAY = "dev.portolan.gateway..";
  private static final String TECHNOLOGIES = "dev.portolan.gateway.*.";

  @ArchTest
  static final ArchRule noServicesJava =
      noClasses()
          .that()
          .resideInAPackage(GATEWAY)
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.portolan..")
                  .and(
                      com.tngtech.archunit.base.DescribedPredicate.not(
                          resideInAnyPackage(GATEWAY, "dev.portolan.events.."))))
          .because("the gateway knows the services by their HTTP APIs: write a view record of it");

  @ArchTest
  static final ArchRule kafkaInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.portolan.gateway.change.kafka..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..")
          .because("changes are read in change.kafka: give the feature a method there");

  @ArchTest
  static final ArchRule featuresArePlainJava =
      noClasses()
          .that()
          .resideInAPackage("dev.portolan.gateway.*")
          .and()
          .resideOutsideOfPackage("dev.portolan.gateway.browser")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "graphql..",
              "org.dataloader..",
              "io.github.resilience4j..",
              "tools.jackson..",
              "jakarta..")
          .because("what a feature is stands in its root; put this into its graphql or http");

  @ArchTest
  static final ArchRule graphQlOnlyAtTheGraphQlSide =
      noClasses()
          .that()
          .resideOutsideOfPackages(TECHNOLOGIES + "graphql")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("graphql..", "org.dataloader..", "org.springframework.graphql..")
          .because("GraphQL is one side of a feature: put this into its graphql package");

  @ArchTest
  static final ArchRule restClientsOnlyInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.portolan.gateway.service.http")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework.web.client..", "java.net.http..")
          .because("every call stands behind a guard: make an interface and ask ServiceClients");

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("dev.portolan.gateway.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theRulesHaveSomethingToLookAt =
      classes()
          .that()
          .resideInAnyPackage(TECHNOLOGIES + "graphql", TECHNOLOGIES + "http")
          .should()
          .resideInAPackage(GATEWAY);
}
