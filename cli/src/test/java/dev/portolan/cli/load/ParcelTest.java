package dev.portolan.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.cli.descriptors.DescriptorFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParcelTest {
  private static final int MEGABYTE = 1 << 20;

  @Test
  void smallFilesAreSentTogetherByTheirPlaceInTheFolderThatHoldsThemAll() {
    List<Parcel> parcels = Parcel.of(List.of(file("org/a/x.yaml", 10), file("org/b/x.yaml", 20)));

    assertThat(parcels).hasSize(1);
    assertThat(parcels.getFirst().files())
        .containsExactly(
            Map.entry("a/x.yaml", Path.of("org/a/x.yaml")),
            Map.entry("b/x.yaml", Path.of("org/b/x.yaml")));
    assertThat(parcels.getFirst().size()).isEqualTo(30);
  }

  @Test
  void whatIsLargeOrCompressedIsSentAloneAndLast() {
    List<Parcel> parcels =
        Parcel.of(
            List.of(
                file("all.jsonl.gz", 10),
                file("large.yaml", 5 * MEGABYTE),
                file("a.yaml", 10),
                file("b.yaml", 10)));

    assertThat(parcels)
        .extracting(parcel -> List.copyOf(parcel.files().keySet()))
        .containsExactly(
            List.of("a.yaml", "b.yaml"), List.of("all.jsonl.gz"), List.of("large.yaml"));
  }

  @Test
  void moreThanOneRequestTakesGoesIntoSeveralInTheOrderOfTheFiles() {
    List<DescriptorFile> files =
        IntStream.range(10, 40).mapToObj(i -> file(i + ".yaml", MEGABYTE)).toList();

    List<Parcel> parcels = Parcel.of(files);

    assertThat(parcels).extracting(Parcel::size).allMatch(size -> size <= 8 * MEGABYTE);
    assertThat(parcels.stream().flatMap(parcel -> parcel.files().keySet().stream()))
        .containsExactlyElementsOf(files.stream().map(file -> file.path().toString()).toList());
  }

  @Test
  void aFileThatIsNamedTwiceIsSentOnce() {
    assertThat(Parcel.of(List.of(file("a.yaml", 1), file("./a.yaml", 1))).getFirst().files())
        .containsOnlyKeys("a.yaml");
  }

  private static DescriptorFile file(String path, long size) {
    return new DescriptorFile(Path.of(path), size);
  }
}
