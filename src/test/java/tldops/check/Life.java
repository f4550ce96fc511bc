package tldops.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tldops.core.Tld;

/// Life on the list for a kill test: members post and call each other, admin contacts change their contacts, confirm and
/// take back, and what the clock and the operator set going. All of it is brought again until the robot has it.
final class Life {
    static final int PLACES = 40;
    static final int DIGESTS = 10;
    private static final int CHANGES = 24;
    private static final int IMPORTED = 30;
    private static final int SERVERS = 6;
    static final String NEW_PHONE = "+31 6 77777777";

    /// A mail, or an errand.
    private record Job(Optional<Mail> mail, String errand) {}

    private final Running robot;
    private final List<Tld> places;
    private final List<Tld> imported;
    private final List<Job> jobs = new ArrayList<>();
    private final LinkedBlockingQueue<Mail> mails = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> errands = new LinkedBlockingQueue<>();
    private final Map<String, Mail> acknowledged = new ConcurrentHashMap<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final CountDownLatch all;
    private final List<Thread> threads = new ArrayList<>();
    private int next;

    /// @param tlds all there are; the first ones are left to the batches
    Life(Running robot, List<Tld> tlds, Random random) {
        this.robot = robot;
        places = places(tlds);
        imported = tlds.subList(200, 200 + IMPORTED);
        for (int number = 0; number < PLACES; number++) mail(Mail.post("post-" + number + "@mail.example", ssc(places.get(number)), subject(number)));
        for (Tld tld : changed()) mail(Mail.change("change-" + tld.label() + "@mail.example", Ground.admin(tld), tld, ssc(tld), NEW_PHONE, second(tld)));
        for (int number = 0; number < DIGESTS; number++) mail(Mail.urgent("urgent-" + number + "@mail.example", ssc(places.get(number)), places.get(CHANGES + number)));
        errand("batches start");
        for (String period : List.of("a", "b", "c", "d")) for (String duty : List.of("INVITATIONS", "DIGEST", "NOTIFICATION", "REMINDER")) errand("duty " + duty + " " + period);
        for (int times = 0; times < 2; times++) errand("import " + String.join(" ", imported.stream().map(Tld::label).toList()));
        Collections.shuffle(jobs, random);
        all = new CountDownLatch(jobs.size() + CHANGES + undone().size());
    }

    static List<Tld> places(List<Tld> tlds) {
        return tlds.subList(100, 100 + PLACES);
    }

    static String ssc(Tld tld) {
        return "mary.member@registry-" + tld.label() + ".example";
    }

    static String subject(int number) {
        return "Wave-" + number + "-of-phishing";
    }

    List<Tld> places() {
        return places;
    }

    List<Tld> changed() {
        return places.subList(0, CHANGES);
    }

    /// Each third gets a second contact.
    Optional<String> second(Tld tld) {
        return places.indexOf(tld) % 3 == 0 ? Optional.of("sally.second@registry-" + tld.label() + ".example") : Optional.empty();
    }

    /// Each third is taken back.
    List<Tld> undone() {
        return changed().stream().filter(tld -> places.indexOf(tld) % 3 == 1).toList();
    }

    List<Tld> imported() {
        return imported;
    }

    private void mail(Mail mail) {
        jobs.add(new Job(Optional.of(mail), ""));
    }

    private void errand(String words) {
        jobs.add(new Job(Optional.empty(), words));
    }

    // ---- how it goes on

    void start() {
        for (int server = 0; server < SERVERS; server++) threads.add(Thread.ofVirtual().start(this::serve));
        threads.add(Thread.ofVirtual().start(this::operate));
    }

    /// Lets so many more things happen.
    void allow(int more) {
        for (int end = Math.min(jobs.size(), next + more); next < end; next++) {
            jobs.get(next).mail().ifPresentOrElse(mails::add, () -> errands.add(jobs.get(next).errand()));
        }
    }

    int jobs() {
        return jobs.size();
    }

    private void serve() {
        Optional<Door> door = Optional.empty();
        try {
            while (true) {
                Mail mail = mails.take();
                boolean brought = false;
                while (!brought) {
                    try {
                        if (door.isEmpty()) door = Optional.of(new Door(robot.port()));
                        door.get().bring(mail);
                        brought = true;
                    } catch (IOException killed) {
                        door.ifPresent(Door::close);
                        door = Optional.empty();
                    }
                }
                if (acknowledged.put(mail.id(), mail) == null) all.countDown();
            }
        } catch (InterruptedException over) {
            door.ifPresent(Door::close);
        }
    }

    private void operate() {
        try {
            while (true) {
                String errand = errands.take();
                // once more when nobody was there to say that it is done
                boolean done = robot.does(errand);
                while (!done) done = robot.does(errand);
                all.countDown();
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    /// Admin contacts confirm what they are asked, and some take it back when they read what was done.
    void arrived(Sink.Arrival letter) {
        boolean asks = letter.subject().startsWith("TLD-OPS: please confirm a change");
        boolean tells = letter.subject().startsWith("TLD-OPS: the contacts are changed");
        if (!asks && !tells || !seen.add(letter.messageId())) return;
        for (Tld tld : changed()) {
            if (!letter.recipients().contains(Ground.admin(tld))) continue;
            if (asks) mails.add(Mail.verdict("confirm-" + tld.label() + "@mail.example", Ground.admin(tld), letter.replyTo(), "confirm"));
            else if (undone().contains(tld)) mails.add(Mail.verdict("undo-" + tld.label() + "@mail.example", Ground.admin(tld), letter.replyTo(), "undo"));
        }
    }

    /// Waits until all that was begun has come to its end.
    void finish() throws InterruptedException {
        allow(jobs.size());
        if (!all.await(300, TimeUnit.SECONDS)) throw new AssertionError(all.getCount() + " things did not come to their end; mails " + mails.size() + ", errands " + errands + ", acknowledged " + acknowledged.keySet());
        threads.forEach(Thread::interrupt);
    }

    Set<String> acknowledged() {
        return Set.copyOf(acknowledged.keySet());
    }
}
