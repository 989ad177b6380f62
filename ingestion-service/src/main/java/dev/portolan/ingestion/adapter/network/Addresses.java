package dev.portolan.ingestion.adapter.network;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Tells the addresses of the public network from all others. */
public final class Addresses {
  private static final int V4_BYTES = 4;

  /** Of 64:ff9b::/96 and of ::/96, which stand for an address of the older kind. */
  private static final int PREFIX_BYTES = 12;

  private static final byte[] TRANSLATED = {
    0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0
  };

  private Addresses() {}

  /** Whether a host with this address stands in the public network. */
  public static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet6Address ? isPublicV6(bytes) : isPublicV4(bytes);
  }

  private static boolean isPublicV4(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    boolean carrier = first == 100 && second >= 64 && second < 128;
    boolean benchmark = first == 198 && (second == 18 || second == 19);
    boolean protocols = first == 192 && second == 0 && bytes[2] == 0;
    return first != 0 && first < 224 && !carrier && !benchmark && !protocols;
  }

  private static boolean isPublicV6(byte[] bytes) {
    byte[] prefix = Arrays.copyOf(bytes, PREFIX_BYTES);
    if (Arrays.equals(prefix, TRANSLATED) || Arrays.equals(prefix, new byte[PREFIX_BYTES])) {
      return isPublic(v4(Arrays.copyOfRange(bytes, PREFIX_BYTES, PREFIX_BYTES + V4_BYTES)));
    }
    if (bytes[0] == 0x20 && bytes[1] == 0x02) {
      return isPublic(v4(Arrays.copyOfRange(bytes, 2, 2 + V4_BYTES)));
    }
    // Unique local addresses are fc00::/7.
    return (bytes[0] & 0xfe) != 0xfc;
  }

  private static InetAddress v4(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Four bytes are always an address", e);
    }
  }
}
