package dev.portolan.cli.importing;

import dev.portolan.cli.CommandFailed;
import dev.portolan.cli.descriptors.DescriptorFiles;
import dev.portolan.cli.importing.cortex.CortexScorecard;
import dev.portolan.cli.importing.opslevel.OpsLevel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What became of all files of an import.
 *
 * @param unreadable of each file that is none, why not
 * @param passedOver files of folders that hold no scorecards
 */
record Import(List<Translation> translations, List<String> unreadable, List<Path> passedOver) {

  /** Reads and translates files, and the files of folders. */
  static Import of(List<Path> paths) {
    List<Translation> translations = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    List<Path> passedOver = new ArrayList<>();
    FactNames facts = new FactNames();
    OpsLevel opsLevel = new OpsLevel();
    for (Path file : files(paths, unreadable)) {
      try {
        boolean known = false;
        for (JsonNode document : Documents.of(file)) {
          if (CortexScorecard.isOne(document)) {
            translations.add(CortexScorecard.translate(file, document, facts));
            known = true;
          } else {
            known |= opsLevel.add(file, document);
          }
        }
        if (!known && Set.copyOf(paths).contains(file)) {
          unreadable.add(nothingIn(file));
        } else if (!known) {
          passedOver.add(file);
        }
      } catch (UnreadableException e) {
        unreadable.add(String.valueOf(e.getMessage()));
      }
    }
    translations.addAll(opsLevel.translate(facts));
    return new Import(List.copyOf(translations), List.copyOf(unreadable), List.copyOf(passedOver));
  }

  /** The files, each once; a path that leads nowhere is told, and the others go through. */
  private static Set<Path> files(List<Path> paths, List<String> unreadable) {
    Set<Path> files = new LinkedHashSet<>();
    for (Path path : paths) {
      try {
        DescriptorFiles.below(List.of(path)).forEach(file -> files.add(file.path()));
      } catch (CommandFailed e) {
        unreadable.add(String.valueOf(e.getMessage()));
      }
    }
    return files;
  }

  private static String nothingIn(Path file) {
    return file.toString().endsWith(".tf")
        ? file + " is HCL, which is not read; give what terraform show -json prints"
        : file + " holds neither a scorecard of Cortex nor checks of OpsLevel";
  }

  /** 0 when all was translated, 1 when some was not, 2 when a file could not be read. */
  int exitCode() {
    if (!unreadable.isEmpty() || translations.isEmpty()) {
      return 2;
    }
    return translations.stream().allMatch(translation -> translation.gaps().isEmpty()) ? 0 : 1;
  }
}
