package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tldops.core.Event;
import tldops.core.Registry;
import tldops.mail.Mutants;

/// Each mail of each conversation comes damaged, mixed up with others, and without what proves it: forms, changes, commands,
/// posts, answers. No such mail fails, does what its sender may not do, shows contacts to others, or is passed over without
/// a word in the journal (P2, P5, MAIL_RULES 10b, 18, 28).
class MutantsTest {
    private static final Path FOLDER = Path.of("src/test/conversations");
    private static final int ROUNDS = Integer.getInteger("mutants", 6);

    @TempDir
    private Path temporary;

    @Test
    void no_damaged_mail_fails_or_does_what_its_sender_may_not() throws IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("MutantsTest seed " + seed + " (repeat with -Dseed=" + seed + ")");
        RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Story> stories = stories();
        List<String> lines = stories.stream().flatMap(story -> story.blocks().stream()).filter(block -> block.kind().equals("mail"))
                .flatMap(block -> block.body().stream()).filter(line -> !line.isBlank() && !line.contains("{")).distinct().toList();
        List<String> wrong = new ArrayList<>();
        int[] count = new int[2];
        for (Story story : stories) {
            Path folder = Files.createTempDirectory(temporary, story.name());
            try (CorePlayer core = new CorePlayer(Rooms.of(StoryConfig.of(story, folder, List.of())), story.name().hashCode())) {
                Player tried = new Tried(core, mail -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        Act.Mailed mutant = mutant(mail, lines, chance);
                        count[0]++;
                        try {
                            Trial trial = core.trial(mutant);
                            if (!trial.decision().letters().isEmpty()) count[1]++;
                            trial.wrong().ifPresent(what -> wrong.add(what + ": " + told(story, mutant) + trial.because()));
                        } catch (RuntimeException failed) {
                            wrong.add(failed + " at " + List.of(failed.getStackTrace()).subList(0, 4) + ": " + told(story, mutant));
                        }
                    }
                });
                new Performance(story, tried, StoryConfig.AUTHSERV).play(true);
            }
        }
        System.out.println(count[0] + " damaged mails, " + count[1] + " of them answered");
        assertThat(wrong.stream().limit(5)).as("seed %d; %d in all", seed, wrong.size()).isEmpty();
    }

    private static Act.Mailed mutant(Act.Mailed mail, List<String> lines, RandomGenerator chance) {
        byte[] raw = switch (chance.nextInt(4)) {
            case 0 -> Mutants.mutate(mail.raw(), mail.raw(), chance);
            case 1 -> Mutants.mutate(Mutants.rewritten(mail.raw(), lines, chance), mail.raw(), chance);
            default -> Mutants.rewritten(mail.raw(), lines, chance);
        };
        return new Act.Mailed(raw, mail.returnPath(), mail.recipients(), mail.trusted() && chance.nextInt(3) > 0, mail.door(), mail.client(), mail.helo());
    }

    private static String told(Story story, Act.Mailed mutant) {
        return story.name() + "\n" + new String(mutant.raw(), StandardCharsets.UTF_8) + "\n";
    }

    private static List<Story> stories() throws IOException {
        List<Story> stories = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".md")).sorted().toList()) stories.add(Story.read(file));
        }
        return stories;
    }

    /// Lets a story go on as it is, and tries each mail before it comes.
    private record Tried(CorePlayer core, java.util.function.Consumer<Act.Mailed> before) implements Player {
        @Override
        public List<Posted> play(Act act) {
            if (act instanceof Act.Mailed mail) before.accept(mail);
            return core.play(act);
        }

        @Override
        public <T> T ask(Function<Registry, T> question) {
            return core.ask(question);
        }

        @Override
        public Map<Event.Duty, Function<Instant, Optional<Instant>>> duties() {
            return core.duties();
        }

        @Override
        public List<String> sureness() {
            return core.sureness();
        }

        @Override
        public List<String> journal() {
            return core.journal();
        }

        @Override
        public void close() {
            core.close();
        }
    }
}
