package dev.portolan.ingestion.adapter;

import dev.portolan.ingestion.descriptor.Placeholders;
import dev.portolan.ingestion.descriptor.body.Limits;
import dev.portolan.ingestion.descriptor.rule.Placeholder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Finds the contents of placeholders among the files of a source. */
final class TreePlaceholders implements Placeholders {
  private final SourceTree tree;
  private final String file;

  TreePlaceholders(SourceTree tree, String file) {
    this.tree = tree;
    this.file = file;
  }

  @Override
  public Resolution resolve(Placeholder placeholder) {
    String target = placeholder.target();
    if (Locations.isAddress(target)) {
      return new Resolution.LeftAsWritten(
          placeholder.key() + " stays as it is written: addresses elsewhere are not read");
    }
    Optional<String> path = SourcePath.resolve(file, target);
    if (path.isEmpty()) {
      return new Resolution.Failed(target + " leads out of the source and is not read.");
    }
    try (InputStream in = tree.open(path.get())) {
      byte[] bytes = in.readNBytes(Limits.DOCUMENT_BYTES + 1);
      return bytes.length > Limits.DOCUMENT_BYTES
          ? new Resolution.Failed(target + " has more than " + Limits.DOCUMENT_BYTES + " bytes.")
          : new Resolution.Content(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (NoSuchFileException e) {
      return new Resolution.Failed("There is no file " + path.get() + " in the source.");
    } catch (AccessDeniedException e) {
      return new Resolution.Failed(target + " is not read: " + e.getReason() + ".");
    } catch (CharacterCodingException e) {
      return new Resolution.Failed(target + " is not UTF-8.");
    } catch (IOException e) {
      return new Resolution.Failed(target + " cannot be read: " + e.getMessage());
    }
  }
}
