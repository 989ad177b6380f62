package dev.portolan.ingestion.descriptor;

/** Descriptors for tests, in words. */
final class DescriptorFixtures {
  static final String CHECKOUT =
      """
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata:
        name: checkout
        description: Takes the money
        labels: {tier: gold}
        annotations: {github.com/project-slug: acme/checkout}
        tags: [java, c++]
        links:
          - {url: "https://example.com/runbook", title: Runbook}
      spec:
        type: service
        lifecycle: production
        owner: payments
        dependsOn: [resource:orders-db]
      """;

  private DescriptorFixtures() {}

  static String component(String name) {
    return jsonWithOwner(name, "payments");
  }

  static String jsonWithOwner(String name, String owner) {
    return """
    {"apiVersion":"backstage.io/v1alpha1","kind":"Component","metadata":{"name":"%s"},\
    "spec":{"type":"service","lifecycle":"production","owner":"%s"}}"""
        .formatted(name, owner);
  }

  /** The checkout with a line of its YAML replaced. */
  static String checkoutWith(String line, String replacement) {
    if (!CHECKOUT.contains(line)) {
      throw new IllegalArgumentException("The checkout has no '" + line + "'");
    }
    return CHECKOUT.replace(line, replacement);
  }
}
