package tldops.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tldops.core.Case;
import tldops.core.Matter;
import tldops.core.Registry;
import tldops.core.Stage;
import tldops.core.Tld;
import tldops.store.Inbox;
import tldops.store.Journals;
import tldops.store.Outbox;
import tldops.store.Sample;
import tldops.store.Store;

/// Counts, in the store of a robot that is dead and at its relay, whether anything was lost or done twice (P4).
final class Audit {
    private final Store store;
    private final List<Sink.Arrival> arrivals;
    private final Optional<Load> load;
    private final Set<String> acknowledged;
    private final List<Inbox.Row> inbox;
    private final List<Outbox.Row> outbox;
    private final List<Journals.Line> journal;

    Audit(Store store, List<Sink.Arrival> arrivals, Load load) {
        this(store, arrivals, Optional.of(load), load.acknowledged().keySet());
    }

    /// @param acknowledged what the robot said it has, by Message-ID
    Audit(Store store, List<Sink.Arrival> arrivals, Set<String> acknowledged) {
        this(store, arrivals, Optional.empty(), acknowledged);
    }

    private Audit(Store store, List<Sink.Arrival> arrivals, Optional<Load> load, Set<String> acknowledged) {
        this.store = store;
        this.arrivals = arrivals;
        this.load = load;
        this.acknowledged = acknowledged;
        inbox = store.inbox().list(Optional.empty(), Integer.MAX_VALUE);
        outbox = store.outbox().list(Optional.empty(), Integer.MAX_VALUE);
        journal = store.journals().range(0, Long.MAX_VALUE);
    }

    /// Each mail that the robot said it has is one row that is done. Each further time is a duplicate of it, unless a kill
    /// came before that was a row: nothing has to be done about it then.
    void mails() {
        Map<String, List<Inbox.Row>> rows = inbox.stream().filter(row -> row.kind() == Inbox.Kind.MAIL).collect(Collectors.groupingBy(Inbox.Row::messageId));
        acknowledged.forEach(id -> {
            List<Inbox.Row> all = rows.getOrDefault(id, List.of());
            assertThat(all).as("acknowledged, and there: " + id).isNotEmpty();
            assertThat(all).filteredOn(row -> row.state() == Inbox.State.DONE).as("decided once: " + id).hasSize(1);
            long first = all.stream().filter(row -> row.state() == Inbox.State.DONE).findFirst().orElseThrow().id();
            assertThat(all).filteredOn(row -> row.id() != first).as("seen to be the same: " + id).allMatch(row -> row.state() == Inbox.State.DUPLICATE && row.duplicateOf() == first);
        });
        assertThat(without(rows.keySet(), acknowledged)).as("there, and never sent").isEmpty();
        assertThat(inbox.stream().filter(row -> row.state() != Inbox.State.DONE && row.state() != Inbox.State.DUPLICATE)).as("open or set aside, news of letters included").isEmpty();
    }

    /// One decision for each row that is done: its lines stand together and were written at one time.
    void decisions() {
        Map<Long, List<Journals.Line>> decisions = journal.stream().filter(line -> line.inbox() != 0).collect(Collectors.groupingBy(Journals.Line::inbox, TreeMap::new, Collectors.toList()));
        Set<Long> done = inbox.stream().filter(row -> row.state() == Inbox.State.DONE).map(Inbox.Row::id).collect(Collectors.toSet());
        assertThat(without(done, decisions.keySet())).as("done, and not in the journal").isEmpty();
        assertThat(without(decisions.keySet(), done)).as("in the journal, and not done").isEmpty();
        decisions.forEach((row, lines) -> {
            assertThat(lines.getLast().number() - lines.getFirst().number()).as("in one piece: " + row).isEqualTo(lines.size() - 1);
            assertThat(lines.stream().map(Journals.Line::at).distinct()).as("at one time: " + row).hasSize(1);
        });
        assertThat(journal.stream().flatMap(line -> line.letters().isEmpty() ? java.util.stream.Stream.empty() : java.util.Arrays.stream(line.letters().split(" "))).collect(Collectors.groupingBy(kind -> kind, Collectors.counting())))
                .as("the letters of the decisions are the letters of the outbox").isEqualTo(kinds());
        assertThat(store.journals().verify()).as("journal verify").isEmpty();
    }

    private static <T> Set<T> without(Set<T> all, Set<T> some) {
        return all.stream().filter(each -> !some.contains(each)).collect(Collectors.toSet());
    }

    private Map<String, Long> kinds() {
        return outbox.stream().collect(Collectors.groupingBy(Outbox.Row::kind, TreeMap::new, Collectors.counting()));
    }

    /// As many letters as the mails ask for, and not one more.
    void letters() {
        Load brought = load.orElseThrow();
        Map<Mail.Kind, Integer> mails = brought.kinds();
        int denied = (int) brought.verdicts().values().stream().filter("deny"::equals).count();
        int confirmed = brought.verdicts().size() - denied;
        assertThat(mails.get(Mail.Kind.REQUEST)).isEqualTo(brought.verdicts().size()).isEqualTo(mails.get(Mail.Kind.VERDICT));
        Map<String, Long> kinds = kinds();
        assertThat(kinds.get("Help")).isEqualTo((long) mails.get(Mail.Kind.HELP));
        assertThat(kinds.get("Results")).isEqualTo((long) mails.get(Mail.Kind.WHO));
        assertThat(kinds.get("Welcome")).isEqualTo((long) confirmed);
        assertThat(outbox.size()).as("an answer to each, two to each request, three to each verdict")
                .isEqualTo(mails.get(Mail.Kind.HELP) + mails.get(Mail.Kind.WHO) + 2 * mails.get(Mail.Kind.REQUEST) + 3 * mails.get(Mail.Kind.VERDICT));
    }

    /// Each letter reached the relay, at its own recipients, under its own Message-ID; it arrived again only when it was
    /// the last one on its connection, which means that the robot died over it.
    ///
    /// @return how many arrived more than once
    int arrivals() {
        assertThat(outbox.stream().filter(row -> row.state() != Outbox.State.SENT)).isEmpty();
        Map<String, Outbox.Row> letters = outbox.stream().collect(Collectors.toMap(row -> Sink.Arrival.bare(row.messageId()), row -> row));
        Map<String, List<Sink.Arrival>> arrived = arrivals.stream().collect(Collectors.groupingBy(Sink.Arrival::messageId));
        assertThat(without(letters.keySet(), arrived.keySet())).as("written, and did not arrive").isEmpty();
        assertThat(without(arrived.keySet(), letters.keySet())).as("arrived, and is not known").isEmpty();
        Map<Integer, Sink.Arrival> last = new HashMap<>();
        arrivals.forEach(arrival -> last.put(arrival.connection(), arrival));
        int twice = 0;
        for (List<Sink.Arrival> same : arrived.values()) {
            for (Sink.Arrival before : same.subList(0, same.size() - 1)) assertThat(last.get(before.connection())).as("arrives again though it was recorded: " + before.head()).isSameAs(before);
            assertThat(new HashSet<>(same.stream().map(each -> each.head() + each.body()).toList())).as("the very same letter").hasSize(1);
            twice += same.size() - 1;
            List<String> recipients = letters.get(same.getFirst().messageId()).recipients().stream().map(Object::toString).toList();
            assertThat(same.getFirst().recipients()).isEqualTo(recipients);
        }
        return twice;
    }

    /// Who was confirmed is a member, who was denied is not, and each case has ended the way its admin contact said.
    void members() {
        Registry registry = store.load(Sample.rules());
        load.orElseThrow().verdicts().forEach((tld, word) -> {
            boolean confirmed = word.equals("confirm");
            assertThat(registry.membersOf(tld)).as(tld + " " + word).hasSize(confirmed ? 1 : 0).allMatch(member -> member.person().address().toString().equals(Load.ssc(tld)));
            List<Case> cases = registry.casesOf(tld).stream().filter(each -> each.matter() instanceof Matter.Admission).toList();
            assertThat(cases).as(tld + " " + word).hasSize(1).allMatch(each -> each.stage() instanceof Stage.Ended over && over.outcome() == (confirmed ? Stage.Outcome.ADMITTED : Stage.Outcome.DENIED));
        });
    }

    int rows() {
        return (int) inbox.stream().filter(row -> row.kind() == Inbox.Kind.MAIL).count();
    }

    int duplicates() {
        return (int) inbox.stream().filter(row -> row.state() == Inbox.State.DUPLICATE).count();
    }

    int letterCount() {
        return outbox.size();
    }

    int decided() {
        return (int) inbox.stream().filter(row -> row.state() == Inbox.State.DONE && row.kind() == Inbox.Kind.MAIL).count();
    }

    Set<Tld> tlds() {
        return load.orElseThrow().verdicts().keySet();
    }
}
