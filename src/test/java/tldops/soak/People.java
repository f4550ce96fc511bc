package tldops.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import tldops.check.Ground;
import tldops.core.Tld;

/// Admin contacts and SSCs: they answer at once or days later, deny, forget, answer from elsewhere, or answer when it is
/// too late. Each acts in simulated time, when a letter has arrived.
final class People {
    /// What an admin contact is like.
    enum Manner { PROMPT, AFTER_REMINDER, UNAUTHENTICATED, TOO_LATE, SILENT, DENIES }

    private static final List<Manner> MANNERS = List.of(
            Manner.PROMPT, Manner.PROMPT, Manner.PROMPT, Manner.AFTER_REMINDER, Manner.AFTER_REMINDER, Manner.UNAUTHENTICATED, Manner.TOO_LATE, Manner.SILENT, Manner.SILENT, Manner.DENIES);

    private record Act(Duration at, Runnable what) {}

    /// One ccTLD that is to join.
    static final class Flow {
        final Tld tld;
        final Manner manner;
        final boolean invited;
        volatile boolean begun;
        /// The admin contact's answers that the robot acknowledged, and those on their way.
        volatile int answered;
        volatile int pending;
        volatile String reply = "";

        Flow(Tld tld, Manner manner, boolean invited) {
            this.tld = tld;
            this.manner = manner;
            this.invited = invited;
        }

        String ssc() {
            return "sam.keeper@registry-" + tld.label() + ".example";
        }
    }

    private final Tempo tempo;
    private final Traffic traffic;
    private final Robot robot;
    private final Duration end;
    private final SplittableRandom chance;
    private final Map<String, Flow> byAdmin = new HashMap<>();
    private final Map<String, Flow> bySsc = new HashMap<>();
    private final List<Flow> flows = new ArrayList<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final PriorityQueue<Act> agenda = new PriorityQueue<>(java.util.Comparator.comparing(Act::at));
    private int number;

    /// @param end of the week; nobody begins anything after it
    People(Tempo tempo, Traffic traffic, Robot robot, List<Tld> tlds, Duration end, long seed) {
        this.tempo = tempo;
        this.traffic = traffic;
        this.robot = robot;
        this.end = end;
        chance = new SplittableRandom(seed);
        for (Tld tld : tlds) {
            boolean invited = chance.nextInt(5) < 2;
            Manner manner = MANNERS.get(chance.nextInt(MANNERS.size()));
            Flow flow = new Flow(tld, invited && manner == Manner.DENIES ? Manner.SILENT : manner, invited);
            flows.add(flow);
            byAdmin.put(Ground.admin(tld), flow);
            bySsc.put(flow.ssc(), flow);
            // so early in the week that reminder and failure can come within it
            in(end.multipliedBy(chance.nextInt(500)).dividedBy(1000), () -> begin(flow));
        }
    }

    private synchronized void in(Duration from, Runnable what) {
        agenda.add(new Act(tempo.since().plus(from), what));
    }

    private synchronized Duration hours(int least, int most) {
        return Duration.ofMinutes(60L * least + chance.nextInt(60 * (most - least)));
    }

    /// Does what is due now.
    void act() {
        for (Optional<Act> next = next(); next.isPresent(); next = next()) next.get().what().run();
    }

    private synchronized Optional<Act> next() {
        Act first = agenda.peek();
        if (first == null || first.at().compareTo(tempo.since()) > 0 || first.at().compareTo(end) > 0) return Optional.empty();
        return Optional.of(agenda.remove());
    }

    private void begin(Flow flow) {
        if (flow.invited) {
            Thread.startVirtualThread(() -> {
                Optional<Integer> code = robot.command("invite", flow.tld.label());
                // 75: it waits for IANA or for the clock; nobody there: he tries again
                if (code.isEmpty()) in(Duration.ofMinutes(30), () -> begin(flow));
                else flow.begun = true;
            });
        } else {
            traffic.bring(Mail.request("request-" + flow.tld.label() + "@mail.example", flow.ssc(), flow.tld, tempo.dial(robot.set()).wall()));
            flow.begun = true;
        }
    }

    // ---- letters that arrive

    synchronized void arrived(Relay.Arrival letter) {
        if (!seen.add(letter.messageId())) return;
        for (String to : letter.recipients()) {
            Optional.ofNullable(byAdmin.get(to)).ifPresent(flow -> asked(flow, letter));
            Optional.ofNullable(bySsc.get(to)).ifPresent(flow -> heard(flow, letter));
            if (to.startsWith("secretariat@") && letter.subject().startsWith("TLD-OPS: a case needs a word")) flows.stream().filter(flow -> letter.subject().contains("(" + flow.tld.display() + ")")).forEach(this::tooLate);
        }
    }

    private void asked(Flow flow, Relay.Arrival letter) {
        String subject = letter.subject();
        boolean first = subject.startsWith("TLD-OPS Authentication Request") || subject.startsWith("Invitation to join");
        boolean reminder = subject.startsWith("Reminder: ");
        boolean question = subject.startsWith("TLD-OPS: please confirm");
        if (first || reminder) flow.reply = letter.replyTo();
        if (first && (flow.manner == Manner.PROMPT || flow.manner == Manner.UNAUTHENTICATED || flow.manner == Manner.DENIES)) later(flow, letter, hours(0, 20));
        if (reminder && flow.manner == Manner.AFTER_REMINDER) later(flow, letter, hours(0, 6));
        if (question && flow.manner != Manner.SILENT && flow.manner != Manner.DENIES) confirms(flow, letter, hours(0, 5));
    }

    private void later(Flow flow, Relay.Arrival letter, Duration delay) {
        flow.pending++;
        in(delay, () -> answer(flow, letter.replyTo(), flow.invited ? Mail.form(flow.ssc()) : word(flow), flow.manner != Manner.UNAUTHENTICATED));
    }

    private void confirms(Flow flow, Relay.Arrival letter, Duration delay) {
        flow.pending++;
        in(delay, () -> answer(flow, letter.replyTo(), "confirm", true));
    }

    private static String word(Flow flow) {
        return flow.manner == Manner.DENIES ? "deny" : "confirm";
    }

    private void heard(Flow flow, Relay.Arrival letter) {
        if (letter.subject().startsWith("TLD-OPS: nobody answered your request")) tooLate(flow);
        // the welcome asks for any word, to see that the address works (L38)
        if (letter.subject().startsWith("Welcome") && chance(5) != 0) {
            in(hours(0, 10), () -> traffic.bring(Mail.of(Mail.Kind.PROOF, id("proof"), flow.ssc(), letter.replyTo(), true, tempo.dial(robot.set()).wall(), "Re: Welcome", "Thank you, I am here.")));
        }
    }

    private synchronized int chance(int bound) {
        return chance.nextInt(bound);
    }

    private void tooLate(Flow flow) {
        if (flow.manner != Manner.TOO_LATE || flow.pending > 0 || flow.answered > 0) return;
        flow.pending++;
        in(hours(1, 6), () -> answer(flow, flow.reply, flow.invited ? Mail.form(flow.ssc()) : "confirm", true));
    }

    private void answer(Flow flow, String to, String text, boolean authenticated) {
        traffic.bring(Mail.of(Mail.Kind.ANSWER, id("answer-" + flow.tld.label() + "-"), Ground.admin(flow.tld), to, authenticated, tempo.dial(robot.set()).wall(), "Re: your letter", text));
    }

    private synchronized String id(String what) {
        number++;
        return what + number + "@mail.example";
    }

    /// The robot has it.
    synchronized void acknowledged(Mail mail) {
        if (mail.kind() != Mail.Kind.ANSWER) return;
        Flow flow = Optional.ofNullable(byAdmin.get(mail.from())).orElseThrow();
        flow.answered++;
        flow.pending--;
    }

    List<Flow> flows() {
        return List.copyOf(flows);
    }
}
