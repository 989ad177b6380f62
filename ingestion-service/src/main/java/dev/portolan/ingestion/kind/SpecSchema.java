package dev.portolan.ingestion.kind;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** The JSON Schema, draft 2020-12, of the specs of a kind. */
public final class SpecSchema {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDialect(
          Dialects.getDraft202012(),
          builder ->
              builder.schemaRegistryConfig(
                  // What the machine's language is must not change what a problem says.
                  SchemaRegistryConfig.builder()
                      .locale(Locale.ROOT)
                      .regularExpressionFactory(BoundedPattern::of)
                      .build()));

  private final JsonNode source;
  private final Schema schema;

  private SpecSchema(JsonNode source, Schema schema) {
    this.source = source;
    this.schema = schema;
  }

  /** Compiles a schema; one that is missing lets every spec pass. */
  static SpecSchema of(JsonNode source) {
    JsonNode schema = source.isMissingNode() ? JsonNodeFactory.instance.objectNode() : source;
    Schema compiled = REGISTRY.getSchema(schema);
    compiled.initializeValidators();
    return new SpecSchema(schema, compiled);
  }

  /** Two are equal when they are written alike. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SpecSchema that && source.equals(that.source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }

  List<SpecFault> faults(JsonNode spec) {
    FirstErrors errors = new FirstErrors();
    try {
      schema.validate(spec, (ExecutionContext context) -> context.setErrors(errors));
    } catch (EnoughErrors e) {
      // The first ones are kept, and they are all that anyone reads.
    }
    return errors.stream().map(SpecSchema::fault).toList();
  }

  private static SpecFault fault(Error error) {
    String place = error.getInstanceLocation().toString();
    if (error.getProperty() == null) {
      JsonNode value = error.getInstanceNode();
      return new SpecFault(
          place,
          error.getKeyword(),
          error.getMessage(),
          value == null ? MissingNode.getInstance() : value);
    }
    String key = error.getProperty().replace("~", "~0").replace("/", "~1");
    return new SpecFault(
        place + "/" + key, error.getKeyword(), error.getMessage(), MissingNode.getInstance());
  }

  /**
   * Ends the validation when it has found enough: each error costs far more than the byte that may
   * cause it, so that a small document of nothing but errors would keep the service busy.
   */
  private static final class FirstErrors extends ArrayList<Error> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 100;

    @Override
    public boolean add(Error error) {
      if (size() == MOST) {
        throw new EnoughErrors();
      }
      return super.add(error);
    }
  }

  /** Is thrown and caught here alone. */
  private static final class EnoughErrors extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EnoughErrors() {
      super(null, null, false, false);
    }
  }
}
