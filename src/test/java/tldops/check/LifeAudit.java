package tldops.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tldops.core.Case;
import tldops.core.Kept;
import tldops.core.Matter;
import tldops.core.Member;
import tldops.core.Registry;
import tldops.core.Stage;
import tldops.core.Tld;
import tldops.store.Outbox;
import tldops.store.Sample;
import tldops.store.Store;

/// Counts, in the store of a robot that is dead and at its relay, whether anything of the life on the list was lost or done
/// twice (P4).
final class LifeAudit {
    private static final int A_WEEK = 10;

    private final Life life;
    private final List<Sink.Arrival> arrivals;
    private final Map<String, Outbox.Row> letters;
    private final Map<String, Long> kinds;
    private final List<String> journal;
    private final Registry registry;

    LifeAudit(Store store, List<Sink.Arrival> arrivals, Life life) {
        this.life = life;
        this.arrivals = arrivals;
        List<Outbox.Row> rows = store.outbox().list(Optional.empty(), Integer.MAX_VALUE);
        assertThat(rows.stream().filter(row -> row.state() != Outbox.State.SENT)).as("not sent").isEmpty();
        letters = rows.stream().collect(Collectors.toMap(row -> Sink.Arrival.bare(row.messageId()), row -> row));
        kinds = rows.stream().collect(Collectors.groupingBy(Outbox.Row::kind, TreeMap::new, Collectors.counting()));
        journal = store.journals().range(0, Long.MAX_VALUE).stream().map(line -> line.journal().what() + ": " + line.journal().reason()).toList();
        registry = store.load(Sample.rules());
    }

    /// Each letter reached each of its recipients, the very same under its one Message-ID; again only over a connection whose
    /// last transaction it was: the robot died over it.
    ///
    /// @return transactions that came again
    int letters() {
        Map<Integer, Sink.Arrival> last = new HashMap<>();
        arrivals.forEach(arrival -> last.put(arrival.connection(), arrival));
        Map<String, Sink.Arrival> first = new HashMap<>();
        Map<String, Set<String>> reached = new HashMap<>();
        Map<String, String> words = new HashMap<>();
        Set<Sink.Arrival> again = new HashSet<>();
        for (Sink.Arrival arrival : arrivals) {
            assertThat(letters).as("known: " + arrival.head()).containsKey(arrival.messageId());
            assertThat(words.merge(arrival.messageId(), arrival.head() + arrival.body(), (one, _) -> one)).as("the very same letter").isEqualTo(arrival.head() + arrival.body());
            for (String recipient : arrival.recipients()) {
                reached.computeIfAbsent(arrival.messageId(), _ -> new TreeSet<>()).add(recipient);
                Sink.Arrival before = first.put(arrival.messageId() + " " + recipient, arrival);
                if (before == null) continue;
                assertThat(last.get(before.connection())).as("again, though it was recorded: " + recipient + " " + before.head()).isSameAs(before);
                again.add(arrival);
            }
        }
        letters.forEach((id, row) -> {
            Set<String> at = reached.getOrDefault(id, Set.of());
            row.spread().ifPresentOrElse(spread -> {
                assertThat(spread).as(row.toString()).isEqualTo(new Outbox.Spread(at.size(), at.size(), 0));
                assertThat(at).as(row.kind()).containsAll(subscribers(row, at)).hasSize(subscribers(row, at).size() + (row.kind().equals("Carried") ? (int) at.stream().filter(later()::contains).count() : 0));
            }, () -> assertThat(at).as(row.toString()).containsExactlyInAnyOrderElementsOf(row.recipients().stream().map(Object::toString).toList()));
        });
        return again.size();
    }

    /// Those of them who are on the list from the beginning. Who joins meanwhile gets the posts that come later, and reads no
    /// contacts before he has answered.
    private Set<String> subscribers(Outbox.Row row, Set<String> reached) {
        return IntStream.range(0, Life.PLACES).filter(number -> switch (row.kind()) {
            case "Carried" -> number >= Life.DIGESTS;
            case "DailyDigest" -> number < Life.DIGESTS;
            case "MembershipsReminder" -> reached.size() == 1 && reached.contains(ssc(number));
            default -> true;
        }).mapToObj(this::ssc).collect(Collectors.toCollection(TreeSet::new));
    }

    /// Who joins meanwhile.
    private Set<String> later() {
        Set<String> later = life.changed().stream().flatMap(tld -> life.second(tld).stream()).collect(Collectors.toSet());
        life.imported().forEach(tld -> later.add("nora.newcomer@registry-" + tld.label() + ".example"));
        return later;
    }

    private String ssc(int number) {
        return Life.ssc(life.places().get(number));
    }

    /// One of each for each occasion.
    void counts() {
        assertThat(kinds.get("Carried")).as("a letter for each post").isEqualTo(Life.PLACES);
        assertThat(kinds.get("UrgentCall")).as("a call for each urgent mail").isEqualTo(Life.DIGESTS);
        assertThat(kinds.get("TakenOver")).as("a letter for each who was taken over").isEqualTo(life.imported().size());
        assertThat(journal.stream().filter(line -> line.startsWith("reminder sent: "))).as("one edition, however often it was due").hasSize(1).allMatch(line -> line.contains(" to " + Life.PLACES + " readers"));
        assertThat(kinds.get("MembershipsReminder")).as("a letter for each reader").isEqualTo(Life.PLACES);
        assertThat(kinds.get("Oversight")).as("the Secretariat hears of each change and of each that was taken back").isEqualTo(life.changed().size() + life.undone().size());
        Set<String> twice = new HashSet<>();
        assertThat(letters.values().stream().filter(row -> row.caseNumber() > 0 && row.spread().isEmpty() && !row.kind().equals("Oversight")).map(row -> row.kind() + " " + row.caseNumber() + " " + row.recipients())).as("told twice").allMatch(twice::add);
    }

    /// Each post is in one digest.
    void digests() {
        Map<String, String> digests = new HashMap<>();
        arrivals.stream().filter(arrival -> letters.get(arrival.messageId()).kind().equals("DailyDigest")).forEach(arrival -> digests.put(arrival.messageId(), arrival.body()));
        for (int number = 0; number < Life.PLACES; number++) {
            String subject = Life.subject(number);
            assertThat(digests.values().stream().filter(body -> body.contains(subject))).as("digests with " + subject + " among " + digests.size()).hasSize(1);
        }
    }

    /// Everybody who joined was announced once.
    void announced() {
        int told = journal.stream().filter(line -> line.startsWith("new subscribers announced: ")).mapToInt(line -> Integer.parseInt(line.replaceAll(".*: (\\d+) to .*", "$1"))).sum();
        assertThat(told).isEqualTo(Life.PLACES + (int) life.changed().stream().filter(tld -> life.second(tld).isPresent()).count());
    }

    /// Never more than ten a calendar week, none twice, and those of one admin contact in one letter.
    void batches() {
        List<Kept.Batch> batches = registry.kept(Kept.Campaign.class).orElseThrow().batches();
        List<Tld> invited = batches.stream().flatMap(batch -> batch.invited().stream()).toList();
        assertThat(batches.stream().collect(Collectors.groupingBy(Kept.Batch::name, Collectors.summingInt(batch -> batch.invited().size()))).values()).allMatch(count -> count <= A_WEEK);
        assertThat(invited).hasSizeGreaterThanOrEqualTo(A_WEEK).doesNotHaveDuplicates();
        for (Tld tld : invited) assertThat(registry.casesOf(tld).stream().filter(each -> each.matter() instanceof Matter.Invitation)).as(tld.display()).hasSize(1);
        assertThat(kinds.get("JointInvitation")).isEqualTo(1);
    }

    /// Who was changed is as his admin contact wished, and who was taken back is as he was.
    void members() {
        for (Tld tld : life.changed()) {
            boolean back = life.undone().contains(tld);
            Map<String, String> phones = registry.membersOf(tld).stream().collect(Collectors.toMap(member -> member.person().address().toString(), member -> member.person().phone().typed()));
            Map<String, String> wished = new HashMap<>(Map.of(Life.ssc(tld), back ? "+31 6 12345678" : Life.NEW_PHONE));
            life.second(tld).ifPresent(second -> wished.put(second, "+31 6 55555555"));
            assertThat(phones).as(tld.display()).isEqualTo(wished);
            List<Case> changes = registry.casesOf(tld).stream().filter(each -> each.matter() instanceof Matter.Change).toList();
            assertThat(changes).as(tld.display()).hasSize(1).allMatch(each -> each.stage() instanceof Stage.Ended over && over.outcome() == (back ? Stage.Outcome.UNDONE : Stage.Outcome.CHANGED));
        }
        for (Tld tld : life.imported()) assertThat(registry.membersOf(tld)).as(tld.display()).hasSize(1).allMatch(Member::unconfirmed);
    }

    Map<String, Long> kinds() {
        return kinds;
    }
}
