package dev.portolan.ingestion.adapter.spring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the adapters may touch.
 *
 * @param folders of this machine below which sources may be read; none as a rule
 * @param gitCache where repositories are kept between readings; all of it can be made anew
 * @param gitSilence how long a git server may say nothing
 * @param gitDeadline how long fetching a repository may take altogether
 * @param gitInsideHosts git servers that may be reached though they are not on the public network
 * @param gitTokens the host that each variable's token is for, as {@code VARIABLE=host}
 * @param httpInsideHosts HTTP servers that may be reached though they are not on the public network
 * @param httpSecrets the host that each secret is for, as {@code NAME=host}
 * @param httpSecretsFolder the folder that holds secrets, each in a file of its name; beside it
 *     there are environment variables
 * @param databaseInsideHosts databases, Kafkas and directories that may be reached though they are
 *     not on the public network
 * @param databaseSecrets the host that each of their passwords is for, as {@code NAME=host}
 * @param databaseSecretsFolder the folder of the passwords that are in files
 * @param kubernetesInsideHosts API servers of clusters that may be reached though they are not on
 *     the public network
 * @param kubernetesSecrets the API server that each token is for, as {@code NAME=host}
 * @param kubernetesSecretsFolder the folder of the tokens that are in files
 */
@ConfigurationProperties("portolan.adapters")
record AdapterProperties(
    @DefaultValue List<Path> folders,
    @Nullable Path gitCache,
    @DefaultValue("30s") Duration gitSilence,
    @DefaultValue("5m") Duration gitDeadline,
    @DefaultValue List<String> gitInsideHosts,
    @DefaultValue List<String> gitTokens,
    @DefaultValue List<String> httpInsideHosts,
    @DefaultValue List<String> httpSecrets,
    @Nullable Path httpSecretsFolder,
    @DefaultValue List<String> databaseInsideHosts,
    @DefaultValue List<String> databaseSecrets,
    @Nullable Path databaseSecretsFolder,
    @DefaultValue List<String> kubernetesInsideHosts,
    @DefaultValue List<String> kubernetesSecrets,
    @Nullable Path kubernetesSecretsFolder) {

  /** The folder for repositories, among the temporary files unless told otherwise. */
  Path gitCacheOrTemporary() {
    return gitCache == null
        ? Path.of(System.getProperty("java.io.tmpdir"), "portolan-git")
        : gitCache;
  }
}
