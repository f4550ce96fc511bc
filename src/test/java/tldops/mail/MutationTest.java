package tldops.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/// Whatever a mail is made of, reading it ends soon and never throws (MAIL_RULES 28, 29).
class MutationTest {
    private static final int ROUNDS = 30;

    @Test
    void noMutationOfASpecimenThrowsOrHangs() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("MutationTest seed " + seed + " (repeat with -Dseed=" + seed + ")");
        RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<byte[]> specimens = Specimen.all().map(Specimen::raw).toList();

        for (byte[] specimen : specimens) {
            for (int round = 0; round < ROUNDS; round++) {
                byte[] mutant = Mutants.mutate(specimen, specimens.get(chance.nextInt(specimens.size())), chance);
                Reading reading = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Specimen.read(mutant), () -> "seed " + seed);
                assertThat(reading.mail().text().length()).as("seed %d", seed).isLessThanOrEqualTo(70_000);
                assertThat(reading.mail().subject()).as("seed %d", seed).doesNotContainPattern("[\\r\\n\\x00]");
            }
        }
    }
}
