package dev.portolan.ingestion.adapter.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.Arrays;

/** Why a directory cannot be read, in words for the owner of its source, without the password. */
record Reason(LdapSource source, LdapSettings settings) {

  /** A sentence without its stop. */
  String of(LDAPException fault) {
    String url = source.url().toString();
    return switch (fault.getResultCode().intValue()) {
      case ResultCode.INVALID_CREDENTIALS_INT_VALUE ->
          "The directory %s lets nobody in as %s with this password".formatted(url, source.user());
      case ResultCode.SIZE_LIMIT_EXCEEDED_INT_VALUE ->
          "The directory %s cuts off its answer, because it is longer than this user may see: let it page, or search for less"
              .formatted(url);
      case ResultCode.TIME_LIMIT_EXCEEDED_INT_VALUE, ResultCode.TIMEOUT_INT_VALUE ->
          "The directory %s did not end its answer in time".formatted(url);
      case ResultCode.REFERRAL_INT_VALUE ->
          "The directory %s refers to %s, which is not followed: make that the url of the source"
              .formatted(url, Arrays.toString(fault.getReferralURLs()));
      case ResultCode.NO_SUCH_OBJECT_INT_VALUE ->
          "The directory %s has no such base, or does not show it: %s"
              .formatted(url, fault.getMatchedDN());
      case ResultCode.INSUFFICIENT_ACCESS_RIGHTS_INT_VALUE ->
          "The directory %s does not let %s search there".formatted(url, source.user());
      case ResultCode.CONNECT_ERROR_INT_VALUE ->
          "The directory %s cannot be reached: %s".formatted(url, told(fault));
      case ResultCode.SERVER_DOWN_INT_VALUE ->
          "The directory %s breaks off in the middle of its answer".formatted(url);
      default ->
          "The directory %s cannot be read: %s (%s)"
              .formatted(url, told(fault), fault.getResultCode());
    };
  }

  /** What a server says might be anything, the password that it was told included. */
  private String told(LDAPException fault) {
    return String.valueOf(fault.getMessage()).replace(settings.password(source), "…");
  }
}
