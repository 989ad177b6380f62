package dev.portolan.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.portolan", importOptions = DoNotIncludeTests.class)
class EventContractsArchitectureTest {

  @ArchTest
  static final ArchRule theContractsNeedNothingButTheJdkAndAnnotations =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.portolan.events",
              "java..",
              "com.fasterxml.jackson.annotation",
              "org.jspecify.annotations")
          .because(
              "everyone who reads the topics carries this module; what needs a library belongs"
                  + " into the service that uses it");
}
