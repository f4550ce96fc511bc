package tldops;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tldops.cli.Desk;
import tldops.core.Case;
import tldops.core.Stage;
import tldops.core.Tld;
import tldops.mail.Shown;

/// Where the demo plays: brings mail in, waits, shows each letter that left and compares all of it with what must happen.
final class DemoStage {
    /// A letter that must leave.
    ///
    /// @param to the address it goes to
    /// @param subject what stands in its subject
    /// @param telling what stands in its text; the lines that hold it are shown
    record Expected(String to, String subject, List<String> telling) {
        static Expected letter(String to, String subject, String... telling) {
            return new Expected(to, subject, List.of(telling));
        }

        boolean is(Shown letter) {
            return letter.to().equals(to) && letter.subject().contains(subject);
        }
    }

    /// A step went otherwise.
    static final class Otherwise extends RuntimeException {
        private static final long serialVersionUID = 1;

        Otherwise(String scene, String what) {
            super("in '" + scene + "' " + what);
        }
    }

    private final Daemon daemon;
    private final AtomicReference<Instant> clock;
    private final String password;
    private final DemoScreen screen;
    private final Desk desk;
    private final Path maildir;
    private final List<Shown> letters = new ArrayList<>();
    private String scene = "the beginning";

    DemoStage(Config config, Daemon daemon, AtomicReference<Instant> clock, String password, DemoScreen screen) {
        this.daemon = daemon;
        this.clock = clock;
        this.password = password;
        this.screen = screen;
        desk = new Desk(Operator.powers(Office.of(config, daemon)));
        maildir = config.store().folder().resolve("maildir").resolve("new");
    }

    void scene(String title) {
        scene = title;
        screen.scene(title);
    }

    void say(String words) {
        screen.say(words);
    }

    void time(String instant) {
        clock.set(Instant.parse(instant));
        screen.time(clock.get());
    }

    void done() {
        screen.done();
    }

    // ---- what comes in

    /// A mail of somebody's own, to the request address.
    void writes(String from, String cc, String subject, String text, Expected... expected) throws IOException, InterruptedException {
        comes(new DemoMail(from, "tld-ops-request@lists.example", cc, subject, text, "", true), expected);
    }

    /// A mail to the list.
    void posts(String from, String subject, String text, Expected... expected) throws IOException, InterruptedException {
        comes(new DemoMail(from, "tld-ops@lists.example", "", subject, text, "", true), expected);
    }

    /// An answer to the newest letter that went to that address, quoting it.
    void answers(String from, String address, String text, Expected... expected) throws IOException, InterruptedException {
        Shown letter = letters.reversed().stream().filter(each -> each.to().equals(address) && each.replyTo().contains("+")).findFirst().orElseThrow(() -> new Otherwise(scene, "no letter went to " + address));
        String quoted = letter.text().lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
        String head = "On " + clock.get().toString().substring(0, 10) + " TLD-OPS wrote:\n";
        comes(new DemoMail(from, letter.replyTo(), "", "RE: " + letter.subject(), text, head + quoted, true), expected);
    }

    private void comes(DemoMail mail, Expected... expected) throws IOException, InterruptedException {
        screen.in(mail);
        mail.send(daemon.doors().smtpPort(), password, clock.get());
        leave(true, expected);
    }

    /// A command of the operator, as he types it.
    void types(String words, Expected... expected) throws IOException, InterruptedException {
        screen.command(words);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of("--width=110"));
        all.addAll(List.of(words.split(" ")));
        int code = desk.execute("demo", all, InputStream.nullInputStream(), out, out);
        screen.printed(out.toString(StandardCharsets.UTF_8));
        if (code != 0) throw new Otherwise(scene, "`tldops " + words + "` ended with " + code);
        leave(false, expected);
    }

    // ---- what must follow

    private void leave(boolean mailed, Expected... expected) throws IOException, InterruptedException {
        daemon.settle();
        List<Expected> missing = new ArrayList<>(List.of(expected));
        List<Shown> fresh = fresh();
        for (Shown letter : fresh) {
            Expected found = missing.stream().filter(each -> each.is(letter)).findFirst().orElseThrow(() -> new Otherwise(scene, "nobody expected a letter to " + letter.to() + ", Subject: " + letter.subject()));
            missing.remove(found);
            screen.out(letter.masked(), found.telling().stream().map(telling -> line(letter, telling)).toList());
        }
        if (fresh.isEmpty() && mailed) screen.silence();
        if (!missing.isEmpty()) throw new Otherwise(scene, "no letter left to " + missing.getFirst().to() + " about '" + missing.getFirst().subject() + "'");
    }

    private String line(Shown letter, String telling) {
        return letter.masked().text().lines().filter(line -> line.contains(telling)).findFirst()
                .orElseThrow(() -> new Otherwise(scene, "the letter to " + letter.to() + " does not say '" + telling + "'")).strip();
    }

    /// The letters that left since the last time.
    private List<Shown> fresh() throws IOException {
        try (Stream<Path> files = Files.list(maildir)) {
            List<Shown> fresh = new ArrayList<>();
            for (Path file : files.sorted().skip(letters.size()).toList()) fresh.add(Shown.of(Files.readAllBytes(file)));
            letters.addAll(fresh);
            return fresh;
        }
    }

    /// @param names of the SSCs of the ccTLD, by rank, with `*` behind those whose address has answered
    void members(String tld, String... names) {
        List<String> found = daemon.robot().ask(registry -> registry.membersOf(Tld.of(tld)).stream().map(member -> member.person().name() + (member.proved().isPresent() ? "*" : "")).toList()).join();
        if (!found.equals(List.of(names))) throw new Otherwise(scene, "the members of ." + tld + " are " + found + " and not " + List.of(names));
    }

    /// @param outcome how the newest case of the ccTLD ended; empty while it is open
    void ended(String tld, Optional<Stage.Outcome> outcome) {
        Optional<Stage> stage = daemon.robot().ask(registry -> registry.casesOf(Tld.of(tld)).stream().map(Case::stage).reduce((_, newest) -> newest)).join();
        Optional<Stage.Outcome> found = stage.flatMap(each -> each instanceof Stage.Ended ended ? Optional.of(ended.outcome()) : Optional.empty());
        if (!found.equals(outcome)) throw new Otherwise(scene, "the case of ." + tld + " stands at " + stage + " and not at " + outcome);
    }
}
