package tldops;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tldops.cli.Rows;
import tldops.clock.Clock;
import tldops.core.Address;
import tldops.core.Case;
import tldops.core.ClockFault;
import tldops.core.Complaints;
import tldops.core.Directory;
import tldops.core.Event;
import tldops.core.Life;
import tldops.core.Matter;
import tldops.core.Member;
import tldops.core.Prospect;
import tldops.core.Registry;
import tldops.core.Request;
import tldops.core.Scores;
import tldops.core.Scripts;
import tldops.core.Stage;
import tldops.core.Tld;
import tldops.core.Unreachable;
import tldops.store.Journals;

/// What stands, what is under way, what was decided and why, and what the clock does, as rows for the operator (N29, N30).
record Listings(Office office) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    List<Rows.Member> members() {
        return office.register().ask(registry -> registry.members().stream()
                .sorted(Comparator.comparing(Member::tld).thenComparingInt(Member::rank))
                .map(member -> row(registry, member))
                .toList());
    }

    private String note(Registry registry, Member member) {
        List<String> notes = new ArrayList<>();
        if (member.unconfirmed()) notes.add("to be re-confirmed");
        if (Scripts.mixedName(member.person().name())) notes.add("name of mixed alphabets");
        member.options().away().ifPresent(away -> notes.add("away until " + away.until()));
        Life.silentSince(registry, member, office.now().get()).ifPresent(since -> notes.add("not heard since " + DAY.format(since).substring(0, 10)));
        if (!member.person().phone().plausible()) notes.add("phone number doubtful");
        Scores.of(registry, member.person().address(), office.now().get()).ifPresent(score -> notes.add("mail came back, days: " + score.days() + ", last " + DAY.format(score.last())));
        for (Address address : member.person().addresses()) Unreachable.since(registry, address).ifPresent(since -> notes.add(address + " unreachable since " + DAY.format(since)));
        Complaints.of(registry, member.person().address()).ifPresent(last -> notes.add("reported our mail as unwanted, " + DAY.format(last)));
        return String.join("; ", notes);
    }

    private Rows.Member row(Registry registry, Member member) {
        return new Rows.Member(
                member.tld().display(), member.rank(), member.person().name(), member.person().addresses().stream().map(Address::toString).toList(),
                member.person().phone().typed(), member.since(), member.proved(), note(registry, member));
    }

    Rows.Directory directory() {
        return office.register().ask(registry -> {
            Directory directory = Directory.of(registry);
            return new Rows.Directory(directory.ccTlds().stream().map(Tld::exact).toList(), directory.ccTlds().size(), directory.ascii(), directory.idn());
        });
    }

    List<Rows.Case> cases(boolean all) {
        return office.register().ask(registry -> registry.cases().stream().filter(matter -> all || matter.open()).map(matter -> row(registry, matter)).toList());
    }

    List<Rows.Post> posts() {
        return office.register().ask(registry -> registry.posts().stream()
                .map(post -> new Rows.Post(post.inbox(), post.at(), post.author().toString(), "TLP:" + post.tlp().label(), post.subject(), post.recipients(),
                        post.unreached().stream().map(one -> one.address() + (one.policy() ? " (by policy)" : "")).toList()))
                .toList());
    }

    private static Rows.Case row(Registry registry, Case matter) {
        return new Rows.Case(
                matter.number(), matter.tld().map(Tld::display).orElse(""), about(matter.matter()), stage(matter.stage()), matter.asked().toString(), matter.opened(), due(registry, matter));
    }

    private static String about(Matter matter) {
        return switch (matter) {
            case Matter.Invitation _ -> "invitation";
            case Matter.Admission admission -> "admission, " + word(admission.origin());
            case Matter.ReplaceWhom _ -> "replace whom";
            case Matter.WhichTld _ -> "which ccTLD";
            case Matter.Correction _ -> "correction";
            case Matter.Modify modify -> modify.own() ? "modify, own entry" : "modify";
            case Matter.Change change -> "change, " + word(change.cause());
            case Matter.Departure _ -> "left by own wish";
            case Matter.Restore _ -> "asked to come back";
            case Matter.Check check -> check.handed().isEmpty() ? "not heard of, letter " + check.letters() : "not heard of, with the admin contact";
            case Matter.Reconfirmation _ -> "to re-confirm";
            case Matter.ManyMoved(var tlds) -> "other contacts at IANA for " + tlds.size() + " ccTLDs";
            case Matter.Appointment appointment -> "delegate, " + word(appointment.step());
            case Matter.KeyNotice _ -> "key on file";
            case Matter.HeldPost post -> post.insist() ? "a post that asks for contacts" : "a post to confirm";
            case Matter.MemberAction action -> String.join(", ", action.commands().stream().map(Request.Command::words).toList());
            case Matter.GuestAction action -> String.join(", ", action.commands().stream().map(Request.Command::words).toList());
            case Matter.Forgetting _ -> "forget";
            case Matter.Urgent _ -> "urgent";
            case Matter.Erased _ -> "erased";
        };
    }

    private static String stage(Stage stage) {
        return switch (stage) {
            case Stage.Held held -> "held, " + word(held.why());
            case Stage.Ended ended -> "ended, " + word(ended.outcome());
            default -> stage.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String due(Registry registry, Case matter) {
        return Prospect.of(registry, matter).map(next -> word(next.what()) + " " + DAY.format(next.at())).orElseGet(() -> switch (matter.stage()) {
            case Stage.Queued _ -> "after another question";
            case Stage.Written _ -> "when its letter has left";
            default -> "";
        });
    }

    List<Rows.Journal> journal(int last) {
        long end = office.store().journals().last();
        return office.store().journals().range(end - last + 1, end).stream().map(Listings::row).toList();
    }

    private static Rows.Journal row(Journals.Line line) {
        return new Rows.Journal(
                line.number(), line.at(), line.journal().what(), line.journal().tld().map(Tld::display).orElse(""), line.journal().caseNumber(),
                line.journal().transition(), line.journal().reason(), line.inbox());
    }

    Rows.Verified verify() {
        Optional<Journals.Fault> fault = office.store().journals().verify();
        office.store().journals().checked(office.now().get(), fault);
        long last = office.store().journals().last();
        String head = office.store().journals().range(last, last).stream().map(Journals.Line::digest).findFirst().orElse("");
        return new Rows.Verified(last, fault.isEmpty(), fault.map(Journals.Fault::number), head);
    }

    List<Rows.Why> why(Tld tld) {
        return office.store().journals().of(tld).stream()
                .map(line -> new Rows.Why(line.at(), line.journal().what(), line.journal().reason(), line.journal().caseNumber(), line.sender(), line.sureness(), line.journal().evidence(), line.mail()))
                .toList();
    }

    List<Rows.Duty> duties() {
        List<Clock.Next> runs = office.runs().get();
        return List.of(Event.Duty.values()).stream()
                .map(duty -> new Rows.Duty(
                        word(duty), cron(office.config(), duty), office.register().ask(registry -> registry.lastDone(duty)),
                        runs.stream().filter(run -> run.duty().equals(word(duty))).findFirst().flatMap(Clock.Next::at)))
                .toList();
    }

    Rows.Clock clock() {
        Timekeeper time = office.time();
        Optional<ClockFault> doubt = time.doubt();
        Optional<String> deadlines = office.register().ask(registry -> time.holdsBack(Event.Duty.DEADLINES, registry));
        return new Rows.Clock(
                Instant.now(), time.now(), Math.toIntExact(time.off().toSeconds()), doubt.map(Pulse::words).orElse("believed"), doubt.map(ClockFault::shown),
                deadlines.orElse("run"), office.store().heartbeat().last(), office.store().heartbeat().lastLine(), time.inflow().since());
    }

    static String cron(Config config, Event.Duty duty) {
        Config.Clock clock = config.clock();
        return switch (duty) {
            case DEADLINES -> clock.deadlines();
            case OVERSIGHT -> config.oversight().report();
            case HOUSEKEEPING -> clock.housekeeping();
            case DIGEST -> clock.digest();
            case NOTIFICATION -> config.bulletins().notification();
            case REMINDER -> config.bulletins().reminder();
            case INVITATIONS -> config.batches().when();
            case VALIDATION -> config.contacts().when();
            case WATCH -> config.watch().when();
        };
    }
}
