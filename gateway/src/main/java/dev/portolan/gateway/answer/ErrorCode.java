package dev.portolan.gateway.answer;

/** What went wrong, in a word that a program can act on: {@code extensions.code} of an error. */
public enum ErrorCode {
  /** The question is wrong; asking again will not help. */
  BAD_REQUEST,
  /** What it asks about does not exist. */
  NOT_FOUND,
  /** It asks for more than one document may. */
  LIMIT_EXCEEDED,
  /** A later Portolan will answer it. */
  NOT_AVAILABLE_YET,
  /** The service that knows is away; asking again later will help. */
  SERVICE_AWAY,
  /** The service that knows has failed at it. */
  SERVICE_FAILED,
  /** The whole answer took too long. */
  TIMED_OUT,
  /** The changes behind the cursor are not all there any more. */
  CURSOR_EXPIRED,
  /** As many subscriptions as the gateway carries are open already. */
  TOO_MANY_SUBSCRIPTIONS,
  /** The gateway has failed at it; its log says why. */
  INTERNAL_ERROR
}
