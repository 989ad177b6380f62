package dev.portolan.cli.whatif;

import dev.portolan.cli.CommandFailed;
import dev.portolan.cli.descriptors.DescriptorFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads what is proposed. */
final class ProposedFiles {
  /** More than any gateway takes; so that a wrong path is told and not read into memory. */
  private static final int MOST_BYTES = 64 << 20;

  private ProposedFiles() {}

  /**
   * All descriptors below a path, as `load` finds them.
   *
   * @throws CommandFailed when there are none, or one cannot be read as text
   */
  static Proposal below(Path path) {
    List<Path> files = DescriptorFiles.below(List.of(path)).stream().map(f -> f.path()).toList();
    if (files.isEmpty()) {
      throw new CommandFailed("No descriptors in " + path + ": no YAML, JSON or JSON Lines file.");
    }
    return Proposal.of(
        files.stream().map(file -> new Proposal.Written(file.toString(), text(file))).toList());
  }

  private static String text(Path file) {
    try (InputStream in = open(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new CommandFailed(file + " is too long to ask about. Ask with a part of it.");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new CommandFailed(file + " is not UTF-8.", e);
    } catch (IOException e) {
      throw new CommandFailed(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }
}
