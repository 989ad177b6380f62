package dev.portolan.gateway.service;

/** A service answered that it failed, or answered what cannot be read. */
public final class ServiceFailedException extends RuntimeException {
  private final Service service;

  public ServiceFailedException(Service service, String why, Throwable cause) {
    super(service.label() + " " + why, cause);
    this.service = service;
  }

  /** As above, where the answer itself is all that is known. */
  public ServiceFailedException(Service service, String why) {
    super(service.label() + " " + why);
    this.service = service;
  }

  public Service service() {
    return service;
  }
}
