package tldops.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tldops.store.Inbox;
import tldops.store.Journals;
import tldops.store.Outbox;
import tldops.store.Store;

/// Counts, when the week is over, whether anything was lost or done twice (P4): what came in, what was decided, what left
/// and what arrived.
final class Audit {
    private static final int SHOWN = 5;

    private final Traffic traffic;
    private final List<Relay.Arrival> arrivals;
    private final List<Inbox.Row> inbox;
    private final List<Outbox.Row> outbox;
    private final List<Journals.Line> journal;
    private final Optional<Journals.Fault> chain;
    private final List<String> broken = new ArrayList<>();
    private int twice;

    Audit(Store store, List<Relay.Arrival> arrivals, Traffic traffic) {
        this.traffic = traffic;
        this.arrivals = arrivals;
        inbox = store.inbox().list(Optional.empty(), Integer.MAX_VALUE);
        outbox = store.outbox().list(Optional.empty(), Integer.MAX_VALUE);
        journal = store.journals().range(0, Long.MAX_VALUE);
        chain = store.journals().verify().stream().findFirst();
    }

    private void check(String what, Stream<?> offenders) {
        List<?> all = offenders.toList();
        if (!all.isEmpty()) broken.add(what + " (" + all.size() + "): " + all.stream().limit(SHOWN).map(Object::toString).collect(Collectors.joining("; ")));
    }

    /// Each mail that the robot said it has is there, decided once; each further time is a duplicate of it, unless a kill came
    /// before that was a row.
    void mails() {
        Map<String, List<Inbox.Row>> rows = inbox.stream().filter(row -> row.kind() == Inbox.Kind.MAIL).collect(Collectors.groupingBy(Inbox.Row::messageId));
        Map<String, Traffic.Acknowledged> acknowledged = traffic.acknowledged();
        check("Mails that the robot said yes to are lost", acknowledged.keySet().stream().filter(id -> !rows.containsKey(id)));
        check("Mails were not decided exactly once", acknowledged.keySet().stream().filter(id -> rows.getOrDefault(id, List.of()).stream().filter(row -> row.state() == Inbox.State.DONE).count() != 1));
        check("Mails are there that nobody sent", rows.keySet().stream().filter(id -> !acknowledged.containsKey(id)));
        check("Rows of the inbox were set aside", inbox.stream().filter(row -> row.state() == Inbox.State.ASIDE).map(row -> row.id() + " " + row.kind() + " " + row.messageId() + " " + row.reason().lines().findFirst().orElse("")));
        check("Rows of the inbox are still open", inbox.stream().filter(row -> row.state() == Inbox.State.NEW || row.state() == Inbox.State.WAITING).map(row -> row.id() + " " + row.kind() + " " + row.state() + " " + row.messageId() + " " + row.reason()));
    }

    /// One decision for each row that is done, and as many letters as the decisions say.
    void decisions() {
        Map<Long, List<Journals.Line>> decisions = journal.stream().filter(line -> line.inbox() != 0).collect(Collectors.groupingBy(Journals.Line::inbox, TreeMap::new, Collectors.toList()));
        Set<Long> done = inbox.stream().filter(row -> row.state() == Inbox.State.DONE).map(Inbox.Row::id).collect(Collectors.toSet());
        check("Rows are done, and the journal does not tell of them", done.stream().filter(row -> !decisions.containsKey(row)));
        check("The journal tells of rows that are not done", decisions.keySet().stream().filter(row -> !done.contains(row)));
        check("A row was decided in more than one piece", decisions.entrySet().stream()
                .filter(row -> row.getValue().getLast().number() - row.getValue().getFirst().number() != row.getValue().size() - 1 || row.getValue().stream().map(Journals.Line::at).distinct().count() != 1).map(Map.Entry::getKey));
        Map<String, Long> told = journal.stream().flatMap(line -> line.letters().isEmpty() ? Stream.empty() : Arrays.stream(line.letters().split(" "))).collect(Collectors.groupingBy(kind -> kind, TreeMap::new, Collectors.counting()));
        Map<String, Long> kept = outbox.stream().collect(Collectors.groupingBy(Outbox.Row::kind, TreeMap::new, Collectors.counting()));
        if (!told.equals(kept)) broken.add("The letters of the decisions are not those of the outbox: " + told + ", " + kept);
        chain.ifPresent(fault -> broken.add("The journal's chain is broken at line " + fault.number() + ": " + fault.what()));
    }

    /// Each letter arrived, and again only because the robot died with it in flight, as the same letter under the same
    /// Message-ID (P4).
    ///
    /// @param lines connections that the robot keeps to the relay
    void letters(int lines) {
        check("Letters have not left", outbox.stream().filter(row -> row.state() != Outbox.State.SENT).map(row -> row.id() + " " + row.kind() + " " + row.state() + " " + row.reason()));
        Map<String, Outbox.Row> letters = outbox.stream().collect(Collectors.toMap(row -> Relay.bare(row.messageId()), Function.identity()));
        Map<String, List<Relay.Arrival>> arrived = arrivals.stream().collect(Collectors.groupingBy(Relay.Arrival::messageId));
        check("Letters are recorded as sent and did not arrive", outbox.stream().filter(row -> row.state() == Outbox.State.SENT).map(row -> Relay.bare(row.messageId())).filter(id -> !arrived.containsKey(id)));
        check("Letters arrived that the outbox does not know", arrived.keySet().stream().filter(id -> !letters.containsKey(id)));
        check("Letters arrived at others than theirs", arrivals.stream().filter(each -> letters.containsKey(each.messageId()) && letters.get(each.messageId()).spread().isEmpty() && !letters.get(each.messageId()).recipients().stream().map(Object::toString).toList().equals(each.recipients())).map(Relay.Arrival::messageId));
        Map<Integer, Relay.Arrival> last = new HashMap<>();
        arrivals.forEach(arrival -> last.put(arrival.connection(), arrival));
        Map<Integer, Integer> inLife = new TreeMap<>();
        arrived.forEach((id, all) -> {
            if (all.stream().map(Relay.Arrival::digest).distinct().count() > 1) broken.add("A letter arrived twice, and differs: " + id);
            // of a letter to many each copy counts for itself
            all.stream().collect(Collectors.groupingBy(Relay.Arrival::recipients)).values().forEach(same -> {
                for (Relay.Arrival before : same.subList(0, same.size() - 1)) {
                    twice++;
                    inLife.merge(before.life(), 1, Integer::sum);
                    if (last.get(before.connection()) != before) broken.add("A letter arrived again, though it was not the last one on its connection: " + id);
                    if (same.getLast().life() == before.life()) broken.add("A letter arrived twice in one life of the robot: " + id + " (life " + before.life() + ")");
                }
            });
        });
        check("More letters arrived again than the robot has connections", inLife.entrySet().stream().filter(life -> life.getValue() > lines).map(life -> life.getValue() + " of life " + life.getKey()));
    }

    /// Each post went to all of its subscribers, each of them once and on the list at that time; each is in one digest at most;
    /// the edition of the month left once for each reader.
    ///
    /// @param ever all who were members at some time
    /// @param gone who has left, and when
    void list(Set<String> ever, Map<String, Instant> gone) {
        Map<String, Set<String>> reached = new HashMap<>();
        arrivals.forEach(arrival -> reached.computeIfAbsent(arrival.messageId(), _ -> new TreeSet<>()).addAll(arrival.recipients()));
        for (Outbox.Row row : outbox) {
            if (row.spread().isEmpty()) continue;
            Set<String> at = reached.getOrDefault(Relay.bare(row.messageId()), Set.of());
            if (!row.spread().get().equals(new Outbox.Spread(at.size(), at.size(), 0))) broken.add("A letter of the list did not reach each of its subscribers once: " + row + " reached " + at.size());
            check("A letter of the list went to somebody who is not on it: " + row.kind(), at.stream().filter(to -> !ever.contains(to) || Optional.ofNullable(gone.get(to)).filter(row.written()::isAfter).isPresent()));
        }
        Map<Mail.Kind, Set<String>> mails = new HashMap<>();
        traffic.acknowledged().forEach((id, mail) -> mails.computeIfAbsent(mail.kind(), _ -> new TreeSet<>()).add(id));
        check("Posts did not go to the list", mails.getOrDefault(Mail.Kind.POST, Set.of()).stream().filter(id -> !reached.containsKey(id)));
        check("Members did not leave who wished to", mails.getOrDefault(Mail.Kind.LEAVE, Set.of()).stream().limit(Math.max(0, mails.getOrDefault(Mail.Kind.LEAVE, Set.of()).size() - gone.size())));
        long editions = said("reminder sent");
        if (kinds().getOrDefault("MembershipsReminder", 0L) > editions * ever.size()) broken.add("More reminders than readers: " + kinds());
        Set<String> once = new HashSet<>();
        check("Somebody got an edition twice", outbox.stream().filter(row -> row.kind().equals("MembershipsReminder")).flatMap(row -> reached.getOrDefault(Relay.bare(row.messageId()), Set.of()).stream().map(to -> row.written() + " " + to)).filter(each -> !once.add(each)));
    }

    /// When these people left, by the journal.
    Map<String, Instant> left(Set<String> what) {
        Map<String, Instant> gone = new HashMap<>();
        for (Journals.Line line : journal) {
            if (!line.journal().what().equals("left")) continue;
            for (String address : what) if (line.journal().people().stream().anyMatch(person -> person.contains(address))) gone.putIfAbsent(address, line.at());
        }
        return gone;
    }

    /// Who asks is answered once; machines and answers that nobody expects are not.
    void answers() {
        Map<String, Set<String>> answers = new HashMap<>();
        arrivals.forEach(letter -> answers.computeIfAbsent(letter.answers() + " " + letter.recipients(), _ -> new TreeSet<>()).add(letter.messageId()));
        Map<String, Integer> perMail = new HashMap<>();
        Map<String, Set<String>> letters = new HashMap<>();
        arrivals.forEach(letter -> letters.computeIfAbsent(letter.answers(), _ -> new TreeSet<>()).add(letter.messageId()));
        letters.forEach((mail, ids) -> perMail.put(mail, ids.size()));
        List<String> unanswered = new ArrayList<>();
        traffic.acknowledged().forEach((id, mail) -> {
            int count = perMail.getOrDefault(id, 0);
            boolean good = switch (mail.kind()) {
                case HELP, BIG, WHO, OPTION -> count == 1;
                case MACHINE -> count == 0;
                case GARBAGE -> count <= 1;
                case REQUEST, URGENT, CHANGE -> count >= 1;
                case ANSWER, PROOF, POST, LEAVE -> true;
            };
            if (!good) unanswered.add(mail.kind() + " " + id + ": " + count);
        });
        check("Mails have not as many answers as they ask for", unanswered.stream());
        answers.forEach((mail, ids) -> {
            if (!mail.startsWith(" ") && ids.size() > 1 && traffic.acknowledged().containsKey(mail.substring(0, mail.indexOf(' ')))) broken.add("Somebody got " + ids.size() + " letters for one mail: " + mail);
        });
    }

    /// A case had at least a working day before its reminder (`times` of this week), and none a second one.
    void deadlines() {
        Map<Long, Instant> asked = new HashMap<>();
        for (Journals.Line line : journal) {
            long number = line.journal().caseNumber();
            if (number == 0) continue;
            asked.putIfAbsent(number, line.at());
            Duration since = Duration.between(asked.get(number), line.at());
            if (line.journal().what().equals("reminded") && since.compareTo(Duration.ofHours(24)) < 0) broken.add("Case " + number + " was reminded after " + since);
        }
        Map<Long, String> before = new HashMap<>();
        for (Journals.Line line : journal) {
            String what = line.journal().what();
            if (!what.equals("reminded") && !what.equals("question asked")) continue;
            String had = Optional.ofNullable(before.put(line.journal().caseNumber(), what)).orElse("");
            // a late answer opens a case once more, with a question and a reminder of its own
            if (what.equals("reminded") && had.equals("reminded")) broken.add("Case " + line.journal().caseNumber() + " was reminded twice of one question");
        }
    }

    List<String> broken() {
        return List.copyOf(broken);
    }

    int twice() {
        return twice;
    }

    int letterCount() {
        return outbox.size();
    }

    long duplicates() {
        return inbox.stream().filter(row -> row.state() == Inbox.State.DUPLICATE).count();
    }

    long lines() {
        return journal.size();
    }

    long said(String what) {
        return journal.stream().filter(line -> line.journal().what().equals(what)).count();
    }

    Map<String, Long> kinds() {
        return outbox.stream().collect(Collectors.groupingBy(Outbox.Row::kind, TreeMap::new, Collectors.counting()));
    }
}
