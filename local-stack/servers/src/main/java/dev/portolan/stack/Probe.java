package dev.portolan.stack;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Whether a server answers in its own protocol: the smallest question of each. */
final class Probe {
  private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(2).toMillis();
  private static final int BOLT_MAGIC = 0x6060B017;
  private static final int POSTGRES_SSL_REQUEST = 80877103;
  private static final short KAFKA_API_VERSIONS = 18;

  private Probe() {}

  static boolean answers(Server server, String address, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      return switch (server) {
        case KAFKA -> kafka(in, out);
        case NEO4J -> bolt(in, out);
        case ELASTICSEARCH -> elasticsearch(in, out);
        case POSTGRES -> postgres(in, out);
      };
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean kafka(DataInputStream in, DataOutputStream out) throws IOException {
    int correlation = 7;
    out.writeInt(2 + 2 + 4 + 2);
    out.writeShort(KAFKA_API_VERSIONS);
    out.writeShort(0);
    out.writeInt(correlation);
    out.writeShort(-1); // no client id
    out.flush();
    in.readInt();
    return in.readInt() == correlation && in.readShort() == 0;
  }

  private static boolean bolt(DataInputStream in, DataOutputStream out) throws IOException {
    out.writeInt(BOLT_MAGIC);
    out.writeInt(0x00000005);
    out.writeInt(0x00000004);
    out.writeInt(0);
    out.writeInt(0);
    out.flush();
    return in.readInt() != 0;
  }

  /** After a start the shards are read for some seconds; red is not yet an answer. */
  private static boolean elasticsearch(DataInputStream in, DataOutputStream out)
      throws IOException {
    String request =
        """
        GET /_cluster/health?wait_for_status=yellow&timeout=1s HTTP/1.1
        Host: localhost
        Connection: close

        """
            .replace("\n", "\r\n");
    out.write(request.getBytes(StandardCharsets.US_ASCII));
    out.flush();
    String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    return answer.startsWith("HTTP/1.1 200");
  }

  private static boolean postgres(DataInputStream in, DataOutputStream out) throws IOException {
    out.writeInt(8);
    out.writeInt(POSTGRES_SSL_REQUEST);
    out.flush();
    int answer = in.read();
    return answer == 'S' || answer == 'N';
  }
}
