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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The JSON Schema, draft 2020-12, of the specs of a kind. */
public final class SpecSchema {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDialect(
          Dialects.getDraft202012(),
          builder ->
              builder.schemaRegistryConfig(
                  // What the machine's language is must not change what a problem says.
                  SchemaRegistryConfig.builder().locale(Locale.ROOT).build()));

  private final Schema schema;

  private SpecSchema(Schema schema) {
    this.schema = schema;
  }

  /** Compiles a schema. */
  static SpecSchema of(JsonNode schema) {
    Schema compiled = REGISTRY.getSchema(schema);
    compiled.initializeValidators();
    return new SpecSchema(compiled);
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
