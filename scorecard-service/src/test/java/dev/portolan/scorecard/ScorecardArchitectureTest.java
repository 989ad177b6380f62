package dev.portolan.scorecard;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.portolan.scorecard", importOptions = DoNotIncludeTests.class)
class ScorecardArchitectureTest {
  private static final String RULE = "dev.portolan.scorecard.rule";
  private static final String GRAPH = "dev.portolan.scorecard.graph";
  private static final String EVALUATION = "dev.portolan.scorecard.evaluation";
  private static final String RESULT = "dev.portolan.scorecard.result";
  private static final String WHAT_IF = "dev.portolan.scorecard.whatif";
  private static final String INTAKE = "dev.portolan.scorecard.intake";

  @ArchTest static final ArchRule aRuleKnowsNothingElse = onlyJavaAnd(RULE, RULE);

  @ArchTest static final ArchRule theGraphKnowsNothingElse = onlyJavaAnd(GRAPH, GRAPH);

  @ArchTest
  static final ArchRule anEvaluationKnowsItsRules = onlyJavaAnd(EVALUATION, EVALUATION, RULE);

  @ArchTest
  static final ArchRule aResultKnowsItsEvaluation = onlyJavaAnd(RESULT, RESULT, EVALUATION, RULE);

  @ArchTest
  static final ArchRule aWhatIfKnowsResults =
      onlyJavaAnd(WHAT_IF, WHAT_IF, RESULT, EVALUATION, RULE);

  @ArchTest
  static final ArchRule theIntakeKnowsNobody =
      classes()
          .that()
          .resideInAPackage(INTAKE + "..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "org.slf4j..",
              "tools.jackson..",
              "io.micrometer..",
              "org.apache.kafka..",
              "org.springframework..",
              "dev.portolan.events",
              INTAKE + "..")
          .because("it gives changes to a Projection, whatever stands behind it");

  @ArchTest
  static final ArchRule celStaysInItsPackage =
      onlyIn(RULE + ".cel", "dev.cel..", "com.google.protobuf..")
          .because("a condition is a Condition, whatever language it was written in");

  @ArchTest
  static final ArchRule kafkaStaysInItsPackages =
      onlyIn(
              "..kafka",
              "org.apache.kafka..",
              "org.springframework.kafka..",
              "org.springframework.cloud..",
              "dev.portolan.outbox..")
          .because("only the intake reads a topic, and only announcements are published");

  @ArchTest
  static final ArchRule sqlStaysInItsPackages =
      onlyIn("..postgres", "java.sql..", "org.springframework.jdbc..")
          .because("whoever reads a query must find its table's other queries beside it");

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
                          "dev.portolan.scorecard..")))
          .because("services share event-contracts and the outbox, and nothing else");

  private static ArchRule onlyJavaAnd(String feature, String... known) {
    return classes()
        .that()
        .resideInAPackage(feature)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "org.jspecify..", "dev.portolan.events")
                .or(resideInAnyPackage(known)))
        .because(
            "a feature's root decides and does no I/O; move what talks to a technology into the"
                + " package of that name");
  }

  private static ArchRule onlyIn(String home, String... technology) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(technology);
  }
}
