package dev.portolan.ingestion.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The samples, the schema of the gateway, and the files of 19 public repositories where they lie
 * beside the checkout, broken in every way that comes to mind. A failure names the seed, the file
 * and the number of the mutation, and leaves what was read in the build's folder.
 */
class FuzzedFilesTest {
  private static final List<Path> FOLDERS =
      List.of(
          Path.of("../samples"),
          Path.of("../gateway/src/main/resources/graphql"),
          Path.of("../../shared/data/descriptors"));

  /** Of the first one: those from here on have found two faults of libraries. */
  private static final long SEED = 38_500_000;

  private static final int MUTATIONS = 25_000;

  /** Nine of ten files are shorter; of the others this much is taken, from anywhere. */
  private static final int LONGEST = 6_000;

  /** A thousand times what the slowest takes: past it a reading is taken for endless. */
  private static final int PATIENCE_SECONDS = 30;

  @Test
  void noBrokenFileCostsMoreThanAReportedProblem() throws Exception {
    List<Path> files = files();
    assertThat(files).hasSizeGreaterThan(10);
    Map<String, Integer> outcomes = new TreeMap<>();
    ExecutorService reader = Executors.newSingleThreadExecutor();
    try {
      for (int number = 0; number < MUTATIONS; number++) {
        Path file = files.get(number % files.size());
        byte[] broken = broken(files, file, number);
        String which = "Seed %d, mutation %d of %s".formatted(SEED + number, number, file);
        reading(reader, file, broken, which).forEach(each -> outcomes.merge(each, 1, Integer::sum));
      }
    } finally {
      reader.shutdownNow();
    }
    System.out.println("Outcomes of " + MUTATIONS + " broken files: " + outcomes);
    // Files that are broken beyond recognition alone would show little.
    assertThat(outcomes).hasSizeGreaterThan(25);
    assertThat(outcomes.get("accepted")).isGreaterThan(1_000);
    assertThat(outcomes)
        .containsKeys("broken off", "passed over", "yaml", "json", "alias", "depth");
  }

  private static List<String> reading(
      ExecutorService reader, Path file, byte[] broken, String which) throws Exception {
    Future<List<String>> reading =
        reader.submit(() -> SoundReading.of(file.getFileName().toString(), broken));
    try {
      return reading.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw failure(which, broken, e);
    } catch (TimeoutException e) {
      throw failure(which + " is read without an end", broken, e);
    }
  }

  private static AssertionError failure(String which, byte[] broken, Throwable cause)
      throws IOException {
    Path kept = Files.write(Path.of("target", "fuzzed-file"), broken);
    return new AssertionError(which + ", kept as " + kept.toAbsolutePath(), cause);
  }

  /** By its number alone, so that each can be made again by itself. */
  private static byte[] broken(List<Path> files, Path file, int number) throws IOException {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + number);
    byte[] broken = some(file, random);
    byte[] other = some(files.get(random.nextInt(files.size())), random);
    Mutation[] all = Mutation.values();
    for (int faults = 1 + random.nextInt(3); faults > 0 && broken.length > 0; faults--) {
      broken = all[random.nextInt(all.length)].of(broken, other, random);
    }
    return broken;
  }

  private static byte[] some(Path file, RandomGenerator random) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length <= LONGEST) {
      return bytes;
    }
    int from = random.nextBoolean() ? 0 : random.nextInt(bytes.length - LONGEST);
    return Arrays.copyOfRange(bytes, from, from + LONGEST);
  }

  private static List<Path> files() throws IOException {
    Stream.Builder<Path> files = Stream.builder();
    for (Path folder : FOLDERS) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> walk = Files.walk(folder)) {
          walk.filter(Files::isRegularFile).sorted().forEach(files);
        }
      }
    }
    return files.build().filter(file -> file.toFile().length() > 0).toList();
  }
}
