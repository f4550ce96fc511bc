package tldops.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tldops.core.Tld;

/// Many servers that bring mails as fast as the robot takes them, hold a few hundred of them unanswered, bring again
/// what was not acknowledged, and now and then what was; and admin contacts who answer the questions that arrive.
final class Load {
    private static final int UNANSWERED = 600;
    private static final int DENIES = 7;

    /// @param mail first of all that was acknowledged with this Message-ID
    /// @param times how often the robot said that it has it
    record Acknowledged(Mail mail, int times) {}

    private final Running robot;
    private final List<Tld> flows;
    private final List<String> members;
    private final SplittableRandom chance;
    private final Semaphore free = new Semaphore(UNANSWERED);
    private final Semaphore undecided;
    private final Map<String, Acknowledged> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, Boolean> waiting = new ConcurrentHashMap<>();
    private final Map<Tld, String> verdicts = new ConcurrentHashMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Queue<Mail> verdictMails = new ConcurrentLinkedQueue<>();
    private final Queue<Mail> again = new ConcurrentLinkedQueue<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger allowed = new AtomicInteger();
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicInteger resent = new AtomicInteger();
    private final List<Thread> servers = new ArrayList<>();
    private final Map<String, Throwable> broken = new ConcurrentHashMap<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile CountDownLatch more = new CountDownLatch(0);
    private volatile boolean ending;

    /// @param flows ccTLDs for each of which one SSC asks to join
    /// @param members proved ones, who ask `who`
    Load(Running robot, List<Tld> flows, List<String> members, long seed) {
        this.robot = robot;
        this.flows = flows;
        this.members = members;
        undecided = new Semaphore(flows.size());
        chance = new SplittableRandom(seed);
    }

    void start(int connections) {
        for (int server = 0; server < connections; server++) {
            SplittableRandom own = chance.split();
            servers.add(Thread.ofVirtual().start(() -> serve(own)));
        }
    }

    /// So many more SSCs may ask now.
    void allow(int more) {
        allowed.addAndGet(more);
    }

    /// Waits until so many more mails were acknowledged, but no longer than that.
    void await(int mails, long milliseconds) throws InterruptedException {
        more = new CountDownLatch(mails);
        boolean _ = more.await(milliseconds, TimeUnit.MILLISECONDS);
    }

    /// What arrives at the relay: answers make room for the next mails, questions are answered.
    void arrived(Sink.Arrival letter) {
        if (waiting.replace(letter.answers(), false, true)) free.release();
        letter.recipients().stream().filter(to -> to.startsWith("hostmaster@") && letter.subject().startsWith("TLD-OPS Authentication Request")).findFirst().ifPresent(admin -> {
            if (asked.add(letter.messageId())) answer(letter, admin);
        });
    }

    private void answer(Sink.Arrival question, String admin) {
        Tld tld = flows.stream().filter(each -> Ground.admin(each).equals(admin)).findFirst().orElseThrow();
        String word = flows.indexOf(tld) % DENIES == 0 ? "deny" : "confirm";
        verdicts.put(tld, word);
        verdictMails.add(Mail.verdict(verdictId(tld), admin, question.replyTo(), word));
    }

    // ---- the servers

    private void serve(SplittableRandom own) {
        Optional<Door> door = Optional.empty();
        try {
            for (Optional<Mail> next = next(own); next.isPresent() || ended.getCount() > 0; next = next(own)) {
                if (next.isEmpty()) continue;
                Mail mail = next.get();
                door = Optional.of(brought(mail, door));
                Acknowledged all = acknowledged.merge(mail.id(), new Acknowledged(mail, 1), (had, _) -> new Acknowledged(had.mail(), had.times() + 1));
                if (mail.kind() == Mail.Kind.VERDICT && all.times() == 1) undecided.release();
                more.countDown();
                if (own.nextInt(20) == 0) again.add(mail);
            }
        } catch (InterruptedException | RuntimeException | Error fault) {
            broken.put(Thread.currentThread().toString(), fault);
        } finally {
            door.ifPresent(Door::close);
        }
    }

    private Door brought(Mail mail, Optional<Door> open) throws InterruptedException {
        Optional<Door> door = open;
        while (true) {
            try {
                if (door.isEmpty()) door = Optional.of(new Door(robot.port()));
                door.get().bring(mail);
                return door.get();
            } catch (IOException killed) {
                door.ifPresent(Door::close);
                door = Optional.empty();
                resent.incrementAndGet();
            }
        }
    }

    /// Nothing when there is nothing to bring at the moment.
    private Optional<Mail> next(SplittableRandom own) throws InterruptedException {
        Mail next = verdictMails.poll();
        if (next == null) next = again.poll();
        if (next != null) return Optional.of(next);
        if (ending) {
            boolean _ = ended.await(50, TimeUnit.MILLISECONDS);
            return Optional.empty();
        }
        if (!free.tryAcquire(50, TimeUnit.MILLISECONDS)) return Optional.empty();
        Mail mail = fresh(own);
        waiting.put(mail.id(), false);
        return Optional.of(mail);
    }

    private Mail fresh(SplittableRandom own) {
        int one = number.incrementAndGet();
        int flow = begun.get();
        if (flow < Math.min(allowed.get(), flows.size()) && begun.compareAndSet(flow, flow + 1)) {
            Tld tld = flows.get(flow);
            undecided.acquireUninterruptibly();
            return Mail.request("request-" + tld.label() + "@mail.example", ssc(tld), tld);
        }
        if (own.nextInt(4) == 0) return Mail.who("who-" + one + "@mail.example", members.get(own.nextInt(members.size())));
        return Mail.help("help-" + one + "@mail.example", "person" + one + "@elsewhere.example");
    }

    static String ssc(Tld tld) {
        return "sam.keeper@registry-" + tld.label() + ".example";
    }

    // ---- what came of it

    int unanswered() {
        return UNANSWERED - free.availablePermits();
    }

    /// Begins nothing new, and waits until all that was begun has come to its end.
    void finish() throws Exception {
        ending = true;
        if (!free.tryAcquire(UNANSWERED, 300, TimeUnit.SECONDS)) throw stuck("mails are not answered", waiting.entrySet().stream().filter(mail -> !mail.getValue()).map(Map.Entry::getKey).toList());
        free.release(UNANSWERED);
        if (!undecided.tryAcquire(flows.size(), 300, TimeUnit.SECONDS))
            throw stuck("procedures have not ended", flows.subList(0, begun.get()).stream().filter(tld -> !acknowledged.containsKey(verdictId(tld))).toList());
        ended.countDown();
        for (Thread server : servers) if (!server.join(java.time.Duration.ofSeconds(180))) throw new AssertionError("a server does not end");
        faults();
    }

    private AssertionError stuck(String what, List<?> all) {
        faults();
        return new AssertionError(all.size() + " " + what + ": " + all.stream().limit(9).toList());
    }

    private static String verdictId(Tld tld) {
        return "verdict-" + tld.label() + "@mail.example";
    }

    private void faults() {
        broken.values().forEach(fault -> {
            throw new AssertionError("a server broke", fault);
        });
    }

    Map<String, Acknowledged> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    Map<Mail.Kind, Integer> kinds() {
        Map<Mail.Kind, Integer> kinds = new HashMap<>();
        acknowledged.values().forEach(each -> kinds.merge(each.mail().kind(), 1, Integer::sum));
        return kinds;
    }

    /// What each admin contact that was asked has answered.
    Map<Tld, String> verdicts() {
        return Map.copyOf(verdicts);
    }

    int resent() {
        return resent.get();
    }
}
