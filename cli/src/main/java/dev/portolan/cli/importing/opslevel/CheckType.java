package dev.portolan.cli.importing.opslevel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The types of checks, by what the API calls them ({@code CheckType} of OpsLevel/opslevel-go,
 * enum.go) and what the Terraform provider calls them (OpsLevel/terraform-provider-opslevel,
 * docs/resources/check_*.md).
 */
enum CheckType {
  HAS_OWNER("has_owner service_ownership service_owner"),
  HAS_RECENT_DEPLOY("has_recent_deploy"),
  SERVICE_PROPERTY("service_property custom_property"),
  SERVICE_CONFIGURATION("has_service_config service_configuration"),
  HAS_DOCUMENTATION("has_documentation"),
  HAS_REPOSITORY("has_repository repository_integrated"),
  TOOL_USAGE("tool_usage"),
  TAG_DEFINED("tag_defined"),
  REPOSITORY_FILE("repo_file repository_file"),
  REPOSITORY_SEARCH("repo_search repository_search"),
  REPOSITORY_GREP("repo_grep repository_grep"),
  CUSTOM("custom"),
  PAYLOAD("payload"),
  MANUAL("manual"),
  CUSTOM_EVENT("generic custom_event"),
  ALERT_SOURCE_USAGE("alert_source_usage"),
  GIT_BRANCH_PROTECTION("git_branch_protection"),
  SERVICE_DEPENDENCY("service_dependency"),
  RELATIONSHIP("relationship"),
  PACKAGE_VERSION("package_version"),
  CODE_ISSUE("code_issue"),
  /** One that came to OpsLevel later: it is told and not left out. */
  UNKNOWN("");

  /** With blanks between them, that of the API first. */
  private final String names;

  CheckType(String names) {
    this.names = names;
  }

  /** The type of that name. */
  static Optional<CheckType> named(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    return Stream.of(values())
        .filter(type -> List.of(type.names.split(" ", -1)).contains(plain))
        .findFirst();
  }
}
