package dev.portolan.cli.importing.cql;

/** A text is no expression of CQL, as far as CQL is documented. */
public final class CqlSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  CqlSyntaxException(int offset, String problem) {
    super("this is no CQL that Portolan knows: %s at character %d".formatted(problem, offset + 1));
  }
}
