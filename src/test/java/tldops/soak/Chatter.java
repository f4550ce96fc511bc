package tldops.soak;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import tldops.core.Tld;

/// The mail that comes all the time: questions for help, members who ask `who`, post, choose and call, machines, rubbish, big ones, and now and
/// then one that came before.
final class Chatter {
    private static final int WAITING = 400;

    private final Traffic traffic;
    private final List<String> members;
    private final List<Tld> places;
    private final Supplier<Instant> wall;
    private final SplittableRandom chance;
    private Mail before;
    private int number;

    /// @param places ccTLDs whose contacts are called
    Chatter(Traffic traffic, List<String> members, List<Tld> places, Supplier<Instant> wall, long seed) {
        this.traffic = traffic;
        this.members = members;
        this.places = places;
        this.wall = wall;
        chance = new SplittableRandom(seed);
        before = next();
    }

    /// Brings so many, unless too many wait already for a robot that is away.
    void bring(int mails) {
        for (int i = 0; i < mails && traffic.unfinished() < WAITING; i++) {
            Mail mail = chance.nextInt(25) == 0 ? before : next();
            if (chance.nextInt(10) == 0) before = mail;
            traffic.bring(mail);
        }
    }

    /// Big ones, all at once.
    void flood(int mails) {
        for (int i = 0; i < mails; i++) {
            int one = ++number;
            traffic.bring(Mail.big("flood-" + one + "@mail.example", "person" + one + "@house" + one + ".example", wall.get(), 4000));
        }
    }

    private Mail next() {
        int one = ++number;
        String person = "person" + one + "@house" + one + ".example";
        Instant now = wall.get();
        int kind = chance.nextInt(100);
        String member = members.get(chance.nextInt(members.size()));
        if (kind < 1) return Mail.of(Mail.Kind.POST, "post-" + one + "@mail.example", member, Mail.LIST, true, now, "Wave " + one, "Phishing wave number " + one + " goes on.");
        if (kind < 3) return Mail.of(Mail.Kind.OPTION, "option-" + one + "@mail.example", member, Mail.ROBOT, true, now, "", chance.nextBoolean() ? "set digest on" : "set digest off");
        if (kind < 4 && chance.nextInt(4) == 0) return Mail.of(Mail.Kind.URGENT, "urgent-" + one + "@mail.example", member, Mail.ROBOT, true, now, "", "urgent " + places.get(chance.nextInt(places.size())).display() + " please call");
        if (kind < 55) return Mail.of(Mail.Kind.HELP, "help-" + one + "@mail.example", person, Mail.ROBOT, chance.nextBoolean(), now, "", "help");
        if (kind < 80) return Mail.of(Mail.Kind.WHO, "who-" + one + "@mail.example", member, Mail.ROBOT, true, now, "", "who");
        if (kind < 90) return Mail.machine("machine-" + one + "@mail.example", person, now);
        if (kind < 99) return Mail.garbage("garbage-" + one + "@mail.example", person, now, chance);
        return Mail.big("big-" + one + "@mail.example", person, now, 200 + chance.nextInt(2000));
    }
}
