package tldops;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tldops.clock.Clock;
import tldops.iana.Iana;
import tldops.iana.Pulse;
import tldops.post.Postman;
import tldops.store.Inbox;
import tldops.store.Journals;
import tldops.store.Store;

/// What is asked of each part for its vital sign, and from when on it is yellow or red.
///
/// @param clock the running duties; empty when they do not run by themselves
/// @param clockTrouble why the wall clock is not to be believed, when it is so
record Signs(
        Config config, Store store, Robot robot, Postman postman, Doors doors, Iana iana, Tally tally, Supplier<Optional<Clock>> clock,
        Supplier<Optional<String>> clockTrouble, Supplier<Instant> now) {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MANY_ASIDE = 10;
    private static final int MANY_AGAIN = 100;

    /// By their names, in the order in which people read them.
    Map<String, Supplier<Vital.Reading>> all() {
        Map<String, Supplier<Vital.Reading>> all = new LinkedHashMap<>();
        doors.watched().forEach((name, trouble) -> all.put("door " + name, () -> door(name, trouble.get())));
        all.put("duplicates", this::duplicates);
        all.put("walk", this::walk);
        all.put("inbox", this::inbox);
        all.put("outbox", this::outbox);
        all.put("relay", this::relay);
        all.put("breaker", this::breaker);
        all.put("letters", this::letters);
        all.put("duties", this::duties);
        all.put("clock", () -> clockTrouble.get().map(Vital.Reading::red).orElse(Vital.Reading.green("The clock is believed.")));
        all.put("iana", this::evidence);
        if (config.iana().source() == Config.Iana.Source.RDAP) iana.lines().forEach(line -> all.put("iana " + line.name().toLowerCase(Locale.ROOT), () -> Lookout.line(line, now.get())));
        all.put("journal", this::journal);
        all.put("disk", this::disk);
        Deque<Long> heaps = new ArrayDeque<>();
        all.put("process", () -> Machine.reading(now.get(), heaps));
        return all;
    }

    private Vital.Reading door(String name, Optional<String> trouble) {
        return trouble.map(why -> Vital.Reading.red("No mail comes in here: " + why + ". Try tldops doctor, then restart the robot."))
                .orElse(Vital.Reading.green("Open; mails since the start: " + tally.accepted(name) + "."));
    }

    /// Somebody hands the same mails over and over (L26).
    private Vital.Reading duplicates() {
        long again = tally.againInTheLastHour(now.get());
        return again > MANY_AGAIN ? Vital.Reading.yellow("Mails that came once more within the hour: " + again + "; whoever hands them over does not hear our yes; look at its queue.")
                : Vital.Reading.green("Mails that came once more within the hour: " + again + ".");
    }

    private Vital.Reading walk() {
        try {
            int open = robot.ask(registry -> (int) registry.cases().stream().filter(matter -> matter.open()).count()).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return Vital.Reading.green("Decides; open cases: " + open + ".");
        } catch (TimeoutException stuck) {
            return Vital.Reading.red("Nothing is decided any more; read the log and restart the robot: tldops run.");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Vital.Reading.yellow("Not asked to the end.");
        } catch (java.util.concurrent.ExecutionException broken) {
            return Vital.Reading.red("The membership can not be asked; read the log and restart the robot: tldops run.");
        }
    }

    private Vital.Reading inbox() {
        int aside = store.inbox().count(Inbox.State.ASIDE);
        int later = store.inbox().count(Inbox.State.WAITING);
        int waiting = store.inbox().count(Inbox.State.NEW);
        Optional<Inbox.Row> oldest = store.inbox().oldest(Inbox.State.NEW);
        Duration age = oldest.map(row -> Duration.between(row.at(), now.get())).orElse(Duration.ZERO);
        String rest = waiting + " to be decided, " + later + " waiting for IANA or the DNS.";
        if (age.compareTo(MINUTE.multipliedBy(10)) > 0)
            return Vital.Reading.red("The oldest mail to be decided came " + spoken(age) + " ago; see tldops inbox, read the log and restart the robot. " + rest).from(oldest.orElseThrow().at());
        if (aside > 0) {
            Inbox.Row first = store.inbox().oldest(Inbox.State.ASIDE).orElseThrow();
            String says = aside + " set aside, number " + first.id() + " first (" + fault(first.reason()) + "): tldops inbox show " + first.id() + ", then retry or drop. " + rest;
            boolean now = aside >= MANY_ASIDE || first.at().isBefore(this.now.get().minus(DAY));
            return (now ? Vital.Reading.red(says) : Vital.Reading.yellow(says)).from(first.at());
        }
        return age.compareTo(MINUTE.multipliedBy(2)) > 0 ? Vital.Reading.yellow("The oldest mail to be decided came " + spoken(age) + " ago. " + rest) : Vital.Reading.green("Nothing set aside; " + rest);
    }

    /// The kind of the fault alone: its words can hold what a mail says.
    private static String fault(String stack) {
        String kind = stack.lines().findFirst().orElse("").replaceFirst("[:\\s].*", "");
        return kind.substring(kind.lastIndexOf('.') + 1);
    }

    private Vital.Reading outbox() {
        Optional<String> held = store.outbox().held();
        int waiting = store.outbox().waiting();
        if (held.isPresent()) return Vital.Reading.red("Sending is held (" + held.get() + "), letters that wait: " + waiting + "; see tldops outbox, then tldops outbox release.");
        Optional<Instant> due = store.outbox().oldestDue();
        Duration late = due.map(at -> Duration.between(at, now.get())).orElse(Duration.ZERO);
        boolean stands = late.compareTo(MINUTE.multipliedBy(15)) > 0 && postman.away().isEmpty();
        if (stands) return Vital.Reading.red("A letter has been due for " + spoken(late) + " and does not leave; see tldops outbox, read the log and restart the robot.").from(due.orElseThrow());
        String where = config.send().mode() == Config.Send.Mode.MAILDIR ? " They go to a Maildir: nothing leaves this machine." : "";
        return Vital.Reading.green("Letters that wait to leave: " + waiting + "." + where);
    }

    private Vital.Reading relay() {
        return postman.away().map(away -> {
            Duration since = Duration.between(away.since(), now.get());
            String says = "The relay is away: " + away.reason() + ". Letters wait and are not lost; try tldops doctor and see to " + config.send().host() + ".";
            return (since.compareTo(MINUTE.multipliedBy(30)) > 0 ? Vital.Reading.red(says) : Vital.Reading.yellow(says)).from(away.since());
        }).orElse(Vital.Reading.green(config.send().mode() == Config.Send.Mode.MAILDIR ? "None is used (send.mode = maildir)." : "It took the last letters."));
    }

    private Vital.Reading breaker() {
        int sent = postman.lastHour();
        String says = "Letters in the last hour: " + sent + "; held above " + config.breaker() + ".";
        return sent * 10L > config.breaker() * 8L ? Vital.Reading.yellow(says + " Look for a loop: tldops outbox list --all.") : Vital.Reading.green(says);
    }

    private Vital.Reading letters() {
        int lost = store.outbox().givenUpSince(now.get().minus(DAY));
        return lost > 0 ? Vital.Reading.yellow("Letters given up in the last 24 hours: " + lost + "; why: tldops outbox list --all.") : Vital.Reading.green("None given up in the last 24 hours.");
    }

    private Vital.Reading duties() {
        Optional<Clock> running = clock.get();
        if (running.isEmpty()) return Vital.Reading.yellow("No duty runs by itself.");
        List<Clock.Next> late = running.get().late(now.get().minus(MINUTE));
        if (!late.isEmpty())
            return Vital.Reading.red(names(late) + " should have run and did not: do it by hand (tldops duty " + late.getFirst().duty() + ") and restart the robot.").from(late.getFirst().at().orElseThrow());
        Optional<Tally.Failed> failed = tally.dutyFailed();
        if (failed.isPresent()) return Vital.Reading.red("Duty " + failed.get().duty() + " failed; read the log, then tldops duty " + failed.get().duty() + ".").from(failed.get().at());
        Optional<Instant> pending = tally.dutyPending().filter(since -> since.isBefore(now.get().minus(HOUR)));
        if (pending.isPresent()) return Vital.Reading.yellow("A duty waits behind mail that waits for IANA or the DNS; see tldops inbox.").from(pending.get());
        return Vital.Reading.green(running.get().next().stream().map(next -> next.duty() + " next " + next.at().map(Object::toString).orElse("never")).collect(Collectors.joining(", ")) + ".");
    }

    private static String names(List<Clock.Next> late) {
        return late.stream().map(Clock.Next::duty).collect(Collectors.joining(", "));
    }

    private Vital.Reading evidence() {
        Optional<Pulse.Failure> failing = iana.pulse().failing();
        Optional<Vital.Reading> doubt = failing.isPresent() ? Optional.empty() : Lookout.doubt(iana, now.get());
        if (doubt.isPresent()) return doubt.get();
        if (failing.isEmpty()) return Vital.Reading.green(iana.pulse().good().map(at -> "Last answer " + spoken(Duration.between(at, now.get())) + " ago.").orElse("Not asked since the start."));
        if (config.iana().source() == Config.Iana.Source.FOLDER) return Vital.Reading.yellow("A record that was asked for is not in " + config.iana().folder() + "; which one says tldops inbox.").from(failing.get().since());
        String says = "No answer: " + failing.get().reason() + ". Mails wait up to " + config.iana().unreachableLimit().toHours() + " hours, then the Secretariat is told; try tldops doctor.";
        boolean tooLong = Duration.between(failing.get().since(), now.get()).compareTo(config.iana().unreachableLimit().dividedBy(4)) > 0;
        return (tooLong ? Vital.Reading.red(says) : Vital.Reading.yellow(says)).from(failing.get().since());
    }

    private Vital.Reading journal() {
        Optional<Journals.Checked> checked = store.journals().checked();
        Optional<Long> broken = checked.flatMap(Journals.Checked::broken);
        if (broken.isPresent()) return Vital.Reading.red("Its chain is broken at line " + broken.get() + ": stop the robot, keep the data folder, compare with your backup; tldops journal verify.").from(checked.orElseThrow().at());
        return Vital.Reading.green("Last line " + store.journals().lastAt().map(Object::toString).orElse("-") + checked.map(Journals.Checked::at).map(at -> ", chain last found whole " + at + ".").orElse(", chain not looked through yet (tldops journal verify)."));
    }

    private Vital.Reading disk() {
        try {
            long free = Files.getFileStore(config.store().folder()).getUsableSpace();
            String says = free / 1_000_000 + " MB free in the data folder";
            if (free < config.store().minFree()) return Vital.Reading.red(says + ", less than store.min-free: no mail is taken in. Make room on the disk.");
            return free < 2 * config.store().minFree() ? Vital.Reading.yellow(says + ", soon less than store.min-free.") : Vital.Reading.green(says + ".");
        } catch (IOException unknown) {
            return Vital.Reading.red("The disk of the data folder can not be asked; look at it: df " + config.store().folder() + ".");
        }
    }

    static String spoken(Duration time) {
        if (time.compareTo(MINUTE) < 0) return Math.max(0, time.toSeconds()) + " seconds";
        return time.compareTo(HOUR.multipliedBy(2)) < 0 ? time.toMinutes() + " minutes" : time.toHours() + " hours";
    }
}
