package dev.portolan.gateway.answer;

/** Something that the gateway will not do; the message is for the person who asked. */
public class CodedException extends RuntimeException {
  private final ErrorCode code;

  public CodedException(ErrorCode code, String message) {
    super(message);
    this.code = code;
  }

  public ErrorCode code() {
    return code;
  }
}
