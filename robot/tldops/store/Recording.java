package tldops.store;

import static tldops.store.jooq.Tables.ANSWER;
import static tldops.store.jooq.Tables.CASES;
import static tldops.store.jooq.Tables.COUNTED;
import static tldops.store.jooq.Tables.DELEGATE;
import static tldops.store.jooq.Tables.EVIDENCE;
import static tldops.store.jooq.Tables.GUEST;
import static tldops.store.jooq.Tables.KEPT;
import static tldops.store.jooq.Tables.LEDGER;
import static tldops.store.jooq.Tables.MEMBER;
import static tldops.store.jooq.Tables.OUTAGE;
import static tldops.store.jooq.Tables.POST;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import tldops.core.Address;
import tldops.core.Authority;
import tldops.core.Case;
import tldops.core.Change;
import tldops.core.Journal;
import tldops.core.Kept;
import tldops.core.Member;
import tldops.core.Tld;
import tldops.store.jooq.tables.records.AnswerRecord;
import tldops.store.jooq.tables.records.CasesRecord;
import tldops.store.jooq.tables.records.CountedRecord;
import tldops.store.jooq.tables.records.DelegateRecord;
import tldops.store.jooq.tables.records.EvidenceRecord;
import tldops.store.jooq.tables.records.GuestRecord;
import tldops.store.jooq.tables.records.KeptRecord;
import tldops.store.jooq.tables.records.LedgerRecord;
import tldops.store.jooq.tables.records.MemberRecord;
import tldops.store.jooq.tables.records.OutageRecord;
import tldops.store.jooq.tables.records.PostRecord;

/// Records decisions: what they changed, their letters, their lines in the journal, and that their mail is done; all
/// of it in the one transaction of the caller (DESIGN 1).
final class Recording {
    private Recording() {}

    /// @return the letters as they are to be sent
    static List<Outbox.Due> record(DSLContext sql, List<Store.Recorded> batch) {
        List<Long> rows = batch.stream().map(Store.Recorded::inbox).filter(id -> id != 0).toList();
        if (Inbox.end(sql, rows, Inbox.State.DONE, "") != rows.size()) throw new IllegalStateException("not all of these inbox rows are open: " + rows);
        Map<Long, Object> mails = Rows.look(sql, "select raw_hash from inbox where id = ?", rows);
        change(sql, batch.stream().flatMap(recorded -> recorded.decision().changes().stream()).toList());
        evidence(sql, batch.stream().flatMap(recorded -> recorded.evidence().stream()).toList());
        List<Outbox.Due> letters = Leaving.write(sql, batch);
        Journals.append(sql, batch.stream().flatMap(recorded -> lines(recorded, (String) mails.getOrDefault(recorded.inbox(), "")).stream()).toList());
        return letters;
    }

    /// The letters of a decision stand on its first line. A decision that wrote no line of its own gets one.
    private static List<Journals.Entry> lines(Store.Recorded recorded, String mail) {
        List<Journal> lines = recorded.decision().journal().isEmpty() ? List.of(Journal.of("recorded", "")) : recorded.decision().journal();
        String letters = recorded.letters().stream().map(composed -> composed.letter().content().getClass().getSimpleName()).collect(Collectors.joining(" "));
        List<Journals.Entry> entries = new ArrayList<>();
        for (Journal line : lines) {
            entries.add(new Journals.Entry(recorded.at(), recorded.inbox(), mail, recorded.request(), entries.isEmpty() ? letters : "", line, recorded.sender(), recorded.messageId(), recorded.sureness()));
        }
        return entries;
    }

    /// Writes what the changes come to in the end. The turn keeps their order, so that a registry that is loaded
    /// anew lists everything as the one before did.
    private static void change(DSLContext sql, List<Change> changes) {
        if (changes.isEmpty()) return;
        Map<Member.Id, Optional<MemberRecord>> members = new LinkedHashMap<>();
        Map<Long, CasesRecord> cases = new LinkedHashMap<>();
        Map<String, LedgerRecord> ledger = new LinkedHashMap<>();
        List<CountedRecord> counted = new ArrayList<>();
        List<OutageRecord> outages = new ArrayList<>();
        Map<Address, Optional<GuestRecord>> guests = new LinkedHashMap<>();
        Map<Tld, Optional<DelegateRecord>> delegates = new LinkedHashMap<>();
        Map<Long, PostRecord> posts = new LinkedHashMap<>();
        Map<String, KeptRecord> kept = new LinkedHashMap<>();
        List<Long> turns = Numbers.next(sql, Numbers.Of.TURN, changes.size());
        for (int i = 0; i < changes.size(); i++) {
            long turn = turns.get(i);
            switch (changes.get(i)) {
                case Change.MemberSaved(var member) -> members.put(member.id(), Optional.of(row(member, turn)));
                case Change.MemberGone(var id) -> members.put(id, Optional.empty());
                case Change.CaseSaved(var saved) -> cases.put(saved.number(), row(saved, turn));
                case Change.Counted(var key, var at) -> counted.add(new CountedRecord(turn, key, Columns.time(at)));
                case Change.CountsForgotten(var prefix, var before) -> {
                    counted.removeIf(count -> count.getWhat().startsWith(prefix) && count.getHappened().isBefore(before));
                    sql.deleteFrom(COUNTED).where(COUNTED.WHAT.startsWith(prefix).and(COUNTED.HAPPENED.lt(Columns.time(before)))).execute();
                }
                case Change.DutiesForgotten(var before) -> {
                    List<LedgerRecord> gone = ledger.values().stream().filter(row -> row.getDone().isBefore(before)).toList();
                    ledger.values().removeAll(gone);
                    sql.batchDelete(gone).execute();
                    sql.deleteFrom(LEDGER).where(LEDGER.DONE.lt(Columns.time(before))).execute();
                }
                case Change.Missed(var outage) -> outages.add(new OutageRecord(turn, Columns.time(outage.from()), Columns.time(outage.to())));
                case Change.MissedForgotten(var before) -> {
                    outages.removeIf(outage -> outage.getEnded().isBefore(before));
                    sql.deleteFrom(OUTAGE).where(OUTAGE.ENDED.lt(Columns.time(before))).execute();
                }
                case Change.GuestSaved(var guest) -> guests.put(guest.address(), Optional.of(new GuestRecord(guest.address().key(), turn, Documents.write(guest))));
                case Change.GuestGone(var address) -> guests.put(address, Optional.empty());
                case Change.DelegateSaved(var delegate) -> delegates.put(delegate.tld(), Optional.of(new DelegateRecord(delegate.tld().label(), turn, Documents.write(delegate))));
                case Change.DelegateGone(var tld) -> delegates.put(tld, Optional.empty());
                case Change.PostSaved(var post) -> posts.put(post.inbox(), new PostRecord(post.inbox(), Columns.time(post.at()), turn, Documents.write(post)));
                case Change.PostsForgotten(var before) -> {
                    posts.values().removeIf(post -> post.getHappened().isBefore(before));
                    sql.deleteFrom(POST).where(POST.HAPPENED.lt(Columns.time(before))).execute();
                }
                case Change.PostGone(var inbox) -> {
                    posts.remove(inbox);
                    sql.deleteFrom(POST).where(POST.INBOX.eq(inbox)).execute();
                }
                case Change.CountGone(var key) -> {
                    counted.removeIf(count -> count.getWhat().equals(key));
                    sql.deleteFrom(COUNTED).where(COUNTED.WHAT.eq(key)).execute();
                }
                // the rest is [Erasing], once the journal's lines of this decision are written, too
                case Change.Forgotten forgotten -> {
                    counted.removeIf(count -> forgotten.counts(count.getWhat()));
                    List<String> keys = sql.selectDistinct(COUNTED.WHAT).from(COUNTED).fetch(COUNTED.WHAT).stream().filter(forgotten::counts).toList();
                    sql.deleteFrom(COUNTED).where(COUNTED.WHAT.in(keys)).execute();
                }
                case Change.KeptSaved(var one) -> kept.put(Kept.name(one.getClass()), new KeptRecord(Kept.name(one.getClass()), turn, Documents.write(one)));
                case Change.DutyDone(var duty, var period, var at) -> ledger.put(duty + " " + period, new LedgerRecord(duty.name(), period, Columns.time(at)));
            }
        }
        if (members.values().stream().anyMatch(Optional::isEmpty)) sql.batchDelete(members.entrySet().stream().filter(member -> member.getValue().isEmpty()).map(member -> key(member.getKey())).toList()).execute();
        Rows.save(sql, MEMBER, members.values().stream().flatMap(Optional::stream).toList());
        Rows.save(sql, CASES, cases.values());
        gone(sql, "delete from guest where address = ?", guests, Address::key);
        Rows.save(sql, GUEST, guests.values().stream().flatMap(Optional::stream).toList());
        gone(sql, "delete from delegate where tld = ?", delegates, Tld::label);
        Rows.save(sql, DELEGATE, delegates.values().stream().flatMap(Optional::stream).toList());
        Rows.save(sql, POST, posts.values());
        Rows.save(sql, KEPT, kept.values());
        Rows.save(sql, LEDGER, ledger.values());
        Rows.insert(sql, COUNTED, counted);
        Rows.insert(sql, OUTAGE, outages);
    }

    private static <K> void gone(DSLContext sql, String text, Map<K, ? extends Optional<?>> rows, Function<K, String> key) {
        Rows.run(sql, text, rows.entrySet().stream().filter(row -> row.getValue().isEmpty()).map(row -> List.<Object>of(key.apply(row.getKey()))).toList());
    }

    private static MemberRecord key(Member.Id id) {
        MemberRecord row = new MemberRecord();
        row.setTld(id.tld().label());
        row.setAddress(id.address().key());
        return row;
    }

    private static MemberRecord row(Member member, long turn) {
        return new MemberRecord(member.tld().label(), member.person().address().key(), turn, Documents.write(member));
    }

    private static CasesRecord row(Case saved, long turn) {
        return new CasesRecord(saved.number(), turn, Documents.write(saved));
    }

    private static void evidence(DSLContext sql, List<Authority.Evidence> evidence) {
        if (evidence.isEmpty()) return;
        Set<String> hashes = evidence.stream().map(Authority.Evidence::sha256).collect(Collectors.toSet());
        Map<String, AnswerRecord> answers = new LinkedHashMap<>();
        Set<EvidenceRecord> times = new LinkedHashSet<>();
        for (Authority.Evidence given : evidence) {
            answers.put(given.sha256(), new AnswerRecord(given.sha256(), given.raw().getBytes(StandardCharsets.UTF_8)));
            times.add(new EvidenceRecord(given.sha256(), given.source(), Columns.time(given.at())));
        }
        answers.keySet().removeAll(Rows.look(sql, "select sha256 from answer where sha256 = ?", hashes).keySet());
        times.removeAll(sql.selectFrom(EVIDENCE).where(EVIDENCE.SHA256.in(hashes)).fetch());
        Rows.insert(sql, ANSWER, answers.values());
        Rows.insert(sql, EVIDENCE, times);
    }
}
