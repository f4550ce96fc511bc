package tldops.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tldops.check.Ground;
import tldops.core.Member;
import tldops.core.Registry;
import tldops.core.Tld;

/// Members of long standing: the admin contacts of some change their data, and some leave (R047, R050).
final class Neighbours {
    static final int COUNT = 8;
    private static final int LEAVERS = 3;
    private static final String NUMBER = "+31 6 87654321";

    private record Act(Duration at, Runnable what) {}

    private final Tempo tempo;
    private final Traffic traffic;
    private final Robot robot;
    private final List<Tld> changing;
    private final List<Tld> leaving;
    private final PriorityQueue<Act> agenda = new PriorityQueue<>(Comparator.comparing(Act::at));
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Set<Tld> confirmed = ConcurrentHashMap.newKeySet();

    /// @param tlds so many as there are of them
    Neighbours(Tempo tempo, Traffic traffic, Robot robot, List<Tld> tlds, Duration end, long seed) {
        this.tempo = tempo;
        this.traffic = traffic;
        this.robot = robot;
        changing = tlds.subList(0, COUNT - LEAVERS);
        leaving = tlds.subList(COUNT - LEAVERS, COUNT);
        SplittableRandom chance = new SplittableRandom(seed);
        for (Tld tld : changing) at(end.multipliedBy(100 + chance.nextInt(600)).dividedBy(1000), () -> bring(Mail.Kind.CHANGE, "change-", Ground.admin(tld), tld, Mail.ROBOT, Mail.changed(ssc(tld), tld)));
        for (Tld tld : leaving) at(end.multipliedBy(300 + chance.nextInt(500)).dividedBy(1000), () -> bring(Mail.Kind.LEAVE, "leave-", ssc(tld), tld, Mail.ROBOT, "unsubscribe"));
    }

    private synchronized void at(Duration when, Runnable what) {
        agenda.add(new Act(when, what));
    }

    static String ssc(Tld tld) {
        return "mary.member@registry-" + tld.label() + ".example";
    }

    Set<String> leavers() {
        return leaving.stream().map(Neighbours::ssc).collect(Collectors.toSet());
    }

    /// Does what is due now.
    void act() {
        List<Act> due = new ArrayList<>();
        synchronized (this) {
            while (!agenda.isEmpty() && agenda.peek().at().compareTo(tempo.since()) <= 0) due.add(agenda.remove());
        }
        due.forEach(act -> act.what().run());
    }

    /// Each admin contact confirms what he is asked.
    void arrived(Relay.Arrival letter) {
        if (!letter.subject().startsWith("TLD-OPS: please confirm a change") || !seen.add(letter.messageId())) return;
        changing.stream().filter(tld -> letter.recipients().contains(Ground.admin(tld)))
                .forEach(tld -> at(tempo.since().plus(Duration.ofHours(2)), () -> bring(Mail.Kind.PROOF, "confirm-", Ground.admin(tld), tld, letter.replyTo(), "confirm")));
    }

    void acknowledged(Mail mail) {
        if (mail.kind() == Mail.Kind.PROOF && mail.id().startsWith("confirm-")) changing.stream().filter(tld -> Ground.admin(tld).equals(mail.from())).forEach(confirmed::add);
    }

    private void bring(Mail.Kind kind, String id, String from, Tld tld, String to, String text) {
        traffic.bring(Mail.of(kind, id + tld.label() + "@mail.example", from, to, true, tempo.dial(robot.set()).wall(), kind == Mail.Kind.CHANGE ? "our contacts" : "", text));
    }

    /// Who was changed has the new number, and who left is gone.
    List<String> broken(Registry registry) {
        List<String> broken = new ArrayList<>();
        Set<Tld> wrong = new HashSet<>();
        for (Tld tld : confirmed) if (registry.membersOf(tld).stream().map(Member::person).noneMatch(person -> person.phone().typed().equals(NUMBER))) wrong.add(tld);
        if (!wrong.isEmpty()) broken.add("Confirmed changes were not made: " + wrong);
        Set<Tld> there = leaving.stream().filter(tld -> !registry.membersOf(tld).isEmpty()).collect(Collectors.toSet());
        if (!there.isEmpty()) broken.add("Members are there who wished to leave: " + there);
        return broken;
    }
}
