package dev.portolan.outbox;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.portolan.outbox",
    importOptions = ImportOption.DoNotIncludeTests.class)
class OutboxArchitectureTest {

  @ArchTest
  static final ArchRule theOutboxKnowsNoService =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.portolan..")
                  .and(resideOutsideOfPackages("dev.portolan.events", "dev.portolan.outbox..")))
          .because("whoever writes events can use it");

  @ArchTest
  static final ArchRule whoWritesAnEventMeetsNeitherKafkaNorDebezium =
      noClasses()
          .that()
          .resideInAPackage("dev.portolan.outbox")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "io.debezium..")
          .because("an event is written in the caller's transaction; carrying it is the relay's");
}
