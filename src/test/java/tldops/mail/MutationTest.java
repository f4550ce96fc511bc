package tldops.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
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
                byte[] mutant = mutate(specimen, specimens.get(chance.nextInt(specimens.size())), chance);
                Reading reading = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Specimen.read(mutant), () -> "seed " + seed);
                assertThat(reading.mail().text().length()).as("seed %d", seed).isLessThanOrEqualTo(70_000);
                assertThat(reading.mail().subject()).as("seed %d", seed).doesNotContainPattern("[\\r\\n\\x00]");
            }
        }
    }

    private static byte[] mutate(byte[] one, byte[] other, RandomGenerator chance) {
        byte[] mutant = one.clone();
        for (int times = chance.nextInt(1, 5); times > 0; times--) {
            mutant = switch (chance.nextInt(5)) {
                case 0 -> flipped(mutant, chance);
                case 1 -> cut(mutant, chance);
                case 2 -> spliced(mutant, mutant, chance);
                case 3 -> spliced(mutant, other, chance);
                default -> noise(mutant, chance);
            };
        }
        return mutant;
    }

    private static byte[] flipped(byte[] mail, RandomGenerator chance) {
        for (int i = 0; i < 1 + mail.length / 200 && mail.length > 0; i++) mail[chance.nextInt(mail.length)] ^= (byte) (1 << chance.nextInt(8));
        return mail;
    }

    private static byte[] cut(byte[] mail, RandomGenerator chance) {
        int from = chance.nextInt(mail.length + 1);
        int to = chance.nextInt(from, mail.length + 1);
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        rest.write(mail, 0, from);
        rest.write(mail, to, mail.length - to);
        return rest.toByteArray();
    }

    private static byte[] spliced(byte[] mail, byte[] other, RandomGenerator chance) {
        int at = chance.nextInt(mail.length + 1);
        int from = chance.nextInt(other.length + 1);
        ByteArrayOutputStream more = new ByteArrayOutputStream();
        more.write(mail, 0, at);
        more.write(other, from, other.length - from);
        more.write(mail, at, mail.length - at);
        return more.toByteArray();
    }

    private static byte[] noise(byte[] mail, RandomGenerator chance) {
        byte[] noise = new byte[chance.nextInt(1, 20)];
        chance.nextBytes(noise);
        return spliced(mail, noise, chance);
    }
}
