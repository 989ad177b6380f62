package dev.portolan.ingestion.descriptor.rule;

import java.util.List;

/** The rules that every descriptor keeps, those of Backstage's descriptor format. */
public final class DescriptorRules {
  private static final List<Rule> ALL =
      List.of(
          IdentityRules::kind,
          IdentityRules::metadata,
          IdentityRules::name,
          IdentityRules::namespace,
          MetadataRules::title,
          MetadataRules::description,
          MetadataRules::labels,
          MetadataRules::annotations,
          MetadataRules::tags,
          MetadataRules::links,
          MetadataRules::nothingElse,
          SpecRules::isMapping,
          SpecRules::nothingBeside,
          KindRules::definesAKind);

  private DescriptorRules() {}

  /** Checks a descriptor against every rule. */
  public static void check(Descriptor descriptor, Findings findings) {
    IdentityRules.apiVersion(descriptor, findings);
    ALL.forEach(rule -> rule.check(descriptor, findings));
    SpecRules.keepsTheSchema(descriptor, findings);
  }

  /**
   * Checks what was written for another portal: what only descriptors ask for may be missing, as an
   * author cannot write it there.
   */
  public static void checkTranslated(Descriptor descriptor, Findings findings) {
    ALL.forEach(rule -> rule.check(descriptor, findings));
    SpecRules.keepsTheSchemaAsFarAsItGoes(descriptor, findings);
  }
}
