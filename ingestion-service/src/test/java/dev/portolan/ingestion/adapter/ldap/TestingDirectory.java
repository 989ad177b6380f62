package dev.portolan.ingestion.adapter.ldap;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** A directory of a company that a test fills and disturbs. */
public final class TestingDirectory implements AutoCloseable {
  public static final String BASE = "dc=acme,dc=example";
  public static final String PEOPLE = "ou=people," + BASE;
  public static final String GROUPS = "ou=groups," + BASE;
  public static final String USER = "cn=portolan," + BASE;
  public static final String PASSWORD = "hush-hush";

  private final Disturbance disturbance = new Disturbance();
  private final InMemoryDirectoryServer server;

  private TestingDirectory(InMemoryListenerConfig listener) throws LDAPException {
    InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
    config.setListenerConfigs(listener);
    config.addAdditionalBindCredentials(USER, PASSWORD);
    config.addInMemoryOperationInterceptor(disturbance);
    // That of Active Directory is none of those that come with the server.
    config.setSchema(null);
    this.server = new InMemoryDirectoryServer(config);
    server.startListening();
    empty();
  }

  /** One that speaks in the clear. */
  public static TestingDirectory inTheClear() throws LDAPException {
    return new TestingDirectory(InMemoryListenerConfig.createLDAPConfig("clear", 0));
  }

  /** One that encrypts when it is asked to. */
  static TestingDirectory withStartTls(SSLContext tls) throws LDAPException {
    return new TestingDirectory(
        InMemoryListenerConfig.createLDAPConfig("clear", null, 0, tls.getSocketFactory()));
  }

  /** One that speaks encrypted only. */
  static TestingDirectory encrypted(SSLContext tls) throws LDAPException {
    return new TestingDirectory(
        InMemoryListenerConfig.createLDAPSConfig("tls", 0, tls.getServerSocketFactory()));
  }

  public int port() {
    return server.getListenPort();
  }

  Disturbance disturbance() {
    return disturbance;
  }

  /** The connection breaks when so many searches, each page being one, were asked for. */
  void breakOffAt(int search) {
    disturbance.breakAt(search, () -> server.closeAllConnections(false));
  }

  /** Nobody is left. */
  public void empty() throws LDAPException {
    server.clear();
    add("dn: " + BASE, "objectClass: domain", "dc: acme");
    add("dn: " + PEOPLE, "objectClass: organizationalUnit", "ou: people");
    add("dn: " + GROUPS, "objectClass: organizationalUnit", "ou: groups");
  }

  /** Adds an entry, as LDIF. */
  void add(String... lines) throws LDAPException {
    try {
      server.add(lines);
    } catch (LDIFException e) {
      throw new IllegalArgumentException(e);
    }
  }

  public void person(String uid) throws LDAPException {
    add(
        "dn: uid=" + uid + "," + PEOPLE,
        "objectClass: inetOrgPerson",
        "uid: " + uid,
        "cn: " + uid,
        "sn: " + uid,
        "mail: " + uid + "@acme.example",
        "userPassword: secret");
  }

  /** Adds people, numbered from 1. */
  public void people(String prefix, int count) throws LDAPException {
    for (int i = 1; i <= count; i++) {
      person(prefix + "-" + i);
    }
  }

  public void group(String cn, List<String> members) throws LDAPException {
    add(
        Stream.concat(
                Stream.of("dn: cn=" + cn + "," + GROUPS, "objectClass: groupOfNames", "cn: " + cn),
                members.stream().map(member -> "member: " + member))
            .toArray(String[]::new));
  }

  /** The names of these people as members. */
  public static List<String> dns(String... uids) {
    return Stream.of(uids).map(uid -> "uid=" + uid + "," + PEOPLE).toList();
  }

  @Override
  public void close() {
    server.shutDown(true);
  }
}
