package tldops.conversations;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tldops.core.Address;
import tldops.core.Event;
import tldops.core.Registry;
import tldops.core.Request;
import tldops.core.Tld;
import tldops.mail.RosterReader;

/// One story with one player: lets happen what happens in it and compares what follows.
final class Performance {
    /// An expectation and what came.
    ///
    /// @param difference "" when both agree
    /// @param golden the block's body as it would be written now
    record Outcome(Block block, String difference, List<String> golden) {}

    private final Story story;
    private final Player player;
    private final Sent sent = new Sent();
    private final Incoming incoming;
    private final List<Posted> unseen = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private Optional<Block> unanswered = Optional.empty();

    /// @param authserv the authserv-id that the trusted door believes
    Performance(Story story, Player player, String authserv) {
        this.story = story;
        this.player = player;
        this.incoming = new Incoming(sent, player.ask(Registry::rules).list()::owns, authserv);
    }

    /// Plays to the end, or to the first difference when that is what is asked for.
    List<Outcome> play(boolean on) throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        for (Block block : story.blocks()) {
            if (Story.EXPECTATIONS.contains(block.kind())) {
                Outcome outcome = compared(block);
                outcomes.add(outcome);
                if (!on && !outcome.difference().isEmpty()) return outcomes;
            } else {
                settled(block.line());
                act(block);
            }
        }
        settled(story.lines().size());
        return outcomes;
    }

    /// Lets everything happen and compares nothing.
    ///
    /// @return the letters that left
    List<Posted> happen() throws IOException {
        List<Posted> all = new ArrayList<>();
        for (Block block : story.blocks()) {
            if (Story.EXPECTATIONS.contains(block.kind())) continue;
            act(block);
            all.addAll(unseen);
            sent.add(List.copyOf(unseen));
            unseen.clear();
            unanswered = Optional.empty();
        }
        return all;
    }

    /// Letters that left in an earlier story, for people who answer them in this one.
    void remember(List<Posted> letters) {
        sent.add(letters);
    }

    /// No letter may leave unseen: each mail, order, duty and bounce is followed by its complete answer.
    private void settled(int line) {
        if (!unseen.isEmpty()) {
            throw new AssertionError(story.at(line) + ": before this, letters left that no out block shows:\n" + String.join("\n----\n", unseen.stream().map(Performance::whole).toList()));
        }
        unanswered.ifPresent(block -> {
            throw new AssertionError(story.at(block.line()) + ": no out block says what the robot answers");
        });
    }

    private void act(Block block) throws IOException {
        try {
            switch (block.kind()) {
                case "config" -> {}
                case "iana" -> play(new Act.Iana(Tld.of(block.argument()), IanaRecord.of(block.body())));
                case "dns" -> play(Names.of(block.body()));
                case "given" -> play(new Act.Given(Given.of(block.body(), now)));
                case "at" -> at(block.argument().split(" "));
                case "wall" -> play(new Act.Wall(now = OffsetDateTime.parse(block.argument()).toInstant()));
                case "down" -> play(new Act.Down(now = OffsetDateTime.parse(block.argument()).toInstant()));
                case "doors" -> play(new Act.Doors(open(block.argument())));
                case "relay" -> play(relay(block.argument()));
                case "mail" -> answered(block, incoming.of(block.body(), now, id(block)).by(door(block.argument())));
                case "bounce" -> answered(block, Bounce.of(sent.letter(block.argument()), block.body(), id(block)));
                case "order" -> answered(block, block.argument().equals("clock accept") ? new Act.AcceptClock() : new Act.Ordered(block.argument().equals("import") ? imported(block.body()) : order(block.argument())));
                case "duty" -> answered(block, new Act.Due(Event.Duty.valueOf(block.argument().toUpperCase(Locale.ROOT))));
                default -> throw new IllegalArgumentException("no action: " + block.kind());
            }
        } catch (RuntimeException wrong) {
            throw new IllegalArgumentException(story.at(block.line()) + ": " + wrong.getMessage(), wrong);
        }
    }

    /// At once, or hour by hour for what happens in between.
    private void at(String[] words) {
        Instant to = OffsetDateTime.parse(words[0]).toInstant();
        if (words.length > 1 && !words[1].equals("hourly")) throw new IllegalArgumentException("at a time, or at a time \"hourly\", not " + words[1]);
        while (words.length > 1 && now.plus(Duration.ofHours(1)).isBefore(to)) play(new Act.Clock(now = now.plus(Duration.ofHours(1))));
        play(new Act.Clock(now = to));
    }

    private static boolean open(String word) {
        return switch (word) {
            case "open" -> true;
            case "shut" -> false;
            default -> throw new IllegalArgumentException("doors open or shut, not " + word);
        };
    }

    private void answered(Block block, Act act) {
        unanswered = Optional.of(block);
        play(act);
    }

    private void play(Act act) {
        unseen.addAll(player.play(act));
    }

    private String id(Block block) {
        return story.name() + "-" + block.line();
    }

    private static Act.Door door(String argument) {
        return argument.isEmpty() ? Act.Door.SMTP : Act.Door.valueOf(argument.toUpperCase(Locale.ROOT));
    }

    private static Act.Relay relay(String argument) {
        String[] words = argument.split(" ");
        return new Act.Relay(Act.Relay.How.valueOf(words[0].toUpperCase(Locale.ROOT)), words.length > 1 ? Optional.of(Address.of(words[1])) : Optional.empty());
    }

    private static Event.Order order(String argument) {
        String[] words = argument.split(" ");
        if (words[0].equals("invite")) return new Event.Order.Invite(Arrays.stream(words).skip(1).map(Tld::of).toList());
        if (words[0].equals("undo")) return new Event.Order.Undo(Long.parseLong(words[1]));
        if (words[0].equals("batches"))
            return new Event.Order.Campaign(Event.Order.Campaign.Step.valueOf(words[1].toUpperCase(Locale.ROOT)), Arrays.stream(words).skip(2).map(Tld::of).toList());
        if (words[0].equals("guest")) return Guests.order(argument);
        if (words[0].equals("key")) return Signers.order(words);
        int days = words.length > 2 ? Integer.parseInt(words[2]) : 0;
        return new Event.Order.Judge(Long.parseLong(words[1]), Request.Word.valueOf(words[0].toUpperCase(Locale.ROOT)), days);
    }

    private static Event.Order imported(List<String> list) {
        return new Event.Order.Import(RosterReader.read(String.join("\n", list)).stream().flatMap(read -> read.entry().stream()).toList());
    }

    private Outcome compared(Block block) {
        if (block.kind().equals("out")) return letters(block);
        List<String> came = switch (block.kind()) {
            case "members" -> player.ask(registry -> States.members(registry, now));
            case "cases" -> player.ask(States::cases);
            case "forecast" -> player.ask(registry -> States.forecast(registry.copy(), now, Integer.parseInt(block.argument().replaceFirst("d$", "")), player.duties()));
            case "missing" -> player.ask(registry -> States.missing(registry, block.argument()));
            case "sureness" -> player.sureness();
            default -> player.journal();
        };
        List<String> written = block.body().stream().filter(line -> !line.isBlank()).toList();
        int miss = Likeness.firstMiss(written, came);
        if (miss < 0) return new Outcome(block, "", block.body());
        String what = miss < written.size() ? "nothing fits \"" + Remark.strip(written.get(miss)) + "\"" : "there is more than that";
        return new Outcome(block, story.at(block.lineOf(miss)) + ": " + what + "\n" + String.join("\n", came), Golden.lines(written, came));
    }

    private Outcome letters(Block block) {
        unanswered = Optional.empty();
        Letters written = Letters.of(block);
        List<Posted> came = written.inOrder(unseen);
        unseen.clear();
        sent.add(came);
        String difference = written.unlike(came);
        if (difference.isEmpty()) return new Outcome(block, "", block.body());
        String all = difference.lines().map(line -> story.file() + ":" + line).reduce((one, other) -> one + "\n" + other).orElse("");
        String whole = came.isEmpty() ? "(no letter left)" : String.join("\n----\n", came.stream().map(Performance::whole).toList());
        String journal = String.join("\n", player.journal());
        return new Outcome(block, all + "\nwhat left:\n" + whole + "\nbecause:\n" + journal, Golden.letters(written, came));
    }

    private static String whole(Posted letter) {
        return String.join("\n", letter.lines(List.of("Reply-To", "Auto-Submitted")));
    }
}
