package dev.portolan.ingestion.adapter.spring;

import dev.portolan.ingestion.adapter.DescriptorSearch;
import dev.portolan.ingestion.adapter.SourceAdapter;
import dev.portolan.ingestion.adapter.database.Database;
import dev.portolan.ingestion.adapter.database.DatabaseAdapter;
import dev.portolan.ingestion.adapter.database.DatabaseSettings;
import dev.portolan.ingestion.adapter.database.mysql.Mysql;
import dev.portolan.ingestion.adapter.database.postgres.Postgres;
import dev.portolan.ingestion.adapter.folder.AllowedFolders;
import dev.portolan.ingestion.adapter.folder.FolderAdapter;
import dev.portolan.ingestion.adapter.git.GitAdapter;
import dev.portolan.ingestion.adapter.git.GitSettings;
import dev.portolan.ingestion.adapter.http.HttpAdapter;
import dev.portolan.ingestion.adapter.http.HttpSettings;
import dev.portolan.ingestion.adapter.kafka.KafkaAdapter;
import dev.portolan.ingestion.adapter.kafka.KafkaSettings;
import dev.portolan.ingestion.adapter.kubernetes.KubernetesAdapter;
import dev.portolan.ingestion.adapter.kubernetes.KubernetesSettings;
import dev.portolan.ingestion.adapter.kubernetes.ServiceAccount;
import dev.portolan.ingestion.adapter.ldap.LdapAdapter;
import dev.portolan.ingestion.adapter.ldap.LdapSettings;
import dev.portolan.ingestion.adapter.network.AllowedHosts;
import dev.portolan.ingestion.adapter.network.Secrets;
import dev.portolan.ingestion.descriptor.DescriptorReader;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the adapters. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AdapterProperties.class)
class AdapterConfiguration {

  @Bean
  DescriptorSearch descriptorSearch(DescriptorReader reader) {
    return new DescriptorSearch(reader);
  }

  @Bean
  AllowedFolders allowedFolders(AdapterProperties properties) {
    return new AllowedFolders(properties.folders());
  }

  @Bean
  SourceAdapter folderAdapter(DescriptorSearch search, AllowedFolders allowed) {
    return new FolderAdapter(search, allowed);
  }

  @Bean
  SourceAdapter gitAdapter(
      DescriptorSearch search, AllowedFolders allowed, AdapterProperties properties) {
    GitSettings settings =
        new GitSettings(
            properties.gitCacheOrTemporary(),
            properties.gitSilence(),
            properties.gitDeadline(),
            AllowedHosts.of(
                GitSettings.NAMES, properties.gitInsideHosts(), properties.gitTokens()));
    return new GitAdapter(search, allowed, settings, System::getenv);
  }

  @Bean
  SourceAdapter httpAdapter(
      DescriptorReader reader, AdapterProperties properties, InstantSource clock) {
    AllowedHosts hosts =
        AllowedHosts.of(HttpSettings.NAMES, properties.httpInsideHosts(), properties.httpSecrets());
    return new HttpAdapter(
        reader,
        HttpSettings.of(hosts, clock),
        new Secrets(Secrets.Family.HTTP, System::getenv, properties.httpSecretsFolder()));
  }

  @Bean
  SourceAdapter postgresAdapter(DescriptorReader reader, AdapterProperties properties) {
    return databaseAdapter(new Postgres(), reader, properties);
  }

  @Bean
  SourceAdapter mysqlAdapter(DescriptorReader reader, AdapterProperties properties) {
    return databaseAdapter(new Mysql(), reader, properties);
  }

  @Bean
  SourceAdapter kafkaAdapter(DescriptorReader reader, AdapterProperties properties) {
    return new KafkaAdapter(
        reader, KafkaSettings.of(databaseHosts(properties), databaseSecrets(properties)));
  }

  @Bean
  SourceAdapter ldapAdapter(DescriptorReader reader, AdapterProperties properties) {
    return new LdapAdapter(
        reader, LdapSettings.of(databaseHosts(properties), databaseSecrets(properties)));
  }

  @Bean
  SourceAdapter kubernetesAdapter(DescriptorReader reader, AdapterProperties properties) {
    return new KubernetesAdapter(
        reader,
        new KubernetesSettings(
            AllowedHosts.of(
                KubernetesSettings.NAMES,
                properties.kubernetesInsideHosts(),
                properties.kubernetesSecrets()),
            new Secrets(
                Secrets.Family.KUBERNETES, System::getenv, properties.kubernetesSecretsFolder()),
            ServiceAccount.of(System::getenv)));
  }

  private static SourceAdapter databaseAdapter(
      Database database, DescriptorReader reader, AdapterProperties properties) {
    return new DatabaseAdapter(
        database,
        reader,
        new DatabaseSettings(databaseHosts(properties), databaseSecrets(properties)));
  }

  private static AllowedHosts databaseHosts(AdapterProperties properties) {
    return AllowedHosts.of(
        AllowedHosts.Settings.DATABASES,
        properties.databaseInsideHosts(),
        properties.databaseSecrets());
  }

  private static Secrets databaseSecrets(AdapterProperties properties) {
    return new Secrets(Secrets.Family.DATABASE, System::getenv, properties.databaseSecretsFolder());
  }
}
