package dev.portolan.gateway.service;

/** A service did not answer: it is down, too slow, or was not even asked because it has been. */
public final class ServiceAwayException extends RuntimeException {
  private final Service service;

  /**
   * Says which service is away.
   *
   * @param why ends the sentence "search-service …", names no address
   */
  public ServiceAwayException(Service service, String why, Throwable cause) {
    super(service.label() + " " + why, cause);
    this.service = service;
  }

  public Service service() {
    return service;
  }
}
