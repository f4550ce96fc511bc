package tldops.store;

import static tldops.store.jooq.Tables.ANSWER;
import static tldops.store.jooq.Tables.EVIDENCE;
import static tldops.store.jooq.Tables.JOURNAL;
import static tldops.store.jooq.Tables.PERSONAL;
import static tldops.store.jooq.Tables.SETTING;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import tldops.core.Authority;
import tldops.core.Journal;
import tldops.core.Tld;
import tldops.store.jooq.tables.records.JournalRecord;
import tldops.store.jooq.tables.records.PersonalRecord;

/// The journal: what was decided and why, for good, each line chained to the one before (N29, N30).
public final class Journals {
    /// @param mail SHA-256 of the mail that led to it, hex; "" when none did
    /// @param sender "" when nobody's mail led to it, or when it is erased
    /// @param letters the kinds of letters it led to
    /// @param sureness how sure the mail made us of its sender, and why
    public record Line(
            long number, Instant at, long inbox, String mail, String request, String letters, Journal journal, String sender, String messageId, String sureness, String digest) {}

    /// What is wrong with the chain, and where it begins.
    public record Fault(long number, String what) {}

    record Entry(Instant at, long inbox, String mail, String request, String letters, Journal journal, String sender, String messageId, String sureness) {}

    private enum Role { SENDER, MESSAGE_ID, PERSON }

    private static final String HEAD = "journal.head";
    private static final String CHECKED = "journal.checked";
    private static final SecureRandom SALT = new SecureRandom();

    private final Database database;

    Journals(Database database) {
        this.database = database;
    }

    // ---- writing, in the transaction of others

    static void append(DSLContext sql, List<Entry> entries) {
        if (entries.isEmpty()) return;
        Head head = Head.of(sql);
        long number = head.number();
        String digest = head.digest();
        List<JournalRecord> lines = new ArrayList<>();
        List<PersonalRecord> values = new ArrayList<>();
        for (Entry entry : entries) {
            number++;
            List<PersonalRecord> personal = personal(number, entry);
            JournalRecord line = line(number, entry);
            digest = digest(digest, line, personal);
            line.setDigest(digest);
            lines.add(line);
            values.addAll(personal);
        }
        Rows.insert(sql, JOURNAL, lines);
        Rows.insert(sql, PERSONAL, values);
        new Head(number, digest).write(sql);
    }

    /// The last line, kept apart so that a journal that lost its end is found out.
    private record Head(long number, String digest) {
        static Head of(DSLContext sql) {
            return sql.select(SETTING.CONTENT).from(SETTING).where(SETTING.NAME.eq(HEAD)).fetchOptional(SETTING.CONTENT)
                    .map(text -> text.split(" ", 2)).map(parts -> new Head(Long.parseLong(parts[0]), parts[1])).orElse(new Head(0, ""));
        }

        void write(DSLContext sql) {
            String text = number + " " + digest;
            if (sql.update(SETTING).set(SETTING.CONTENT, text).where(SETTING.NAME.eq(HEAD)).execute() == 0) {
                sql.insertInto(SETTING, SETTING.NAME, SETTING.CONTENT).values(HEAD, text).execute();
            }
        }
    }

    private static JournalRecord line(long number, Entry entry) {
        Journal journal = entry.journal();
        return new JournalRecord(number, Columns.time(entry.at()), entry.inbox(), entry.mail(), entry.request(), journal.tld().map(Tld::label).orElse(""),
                journal.caseNumber(), journal.what(), journal.reason(), journal.transition(), journal.evidence(), entry.letters(), "", entry.sureness());
    }

    private static List<PersonalRecord> personal(long number, Entry entry) {
        List<PersonalRecord> values = new ArrayList<>();
        if (!entry.sender().isEmpty()) values.add(personal(number, values.size(), Role.SENDER, entry.sender()));
        if (!entry.messageId().isEmpty()) values.add(personal(number, values.size(), Role.MESSAGE_ID, entry.messageId()));
        for (String person : entry.journal().people()) values.add(personal(number, values.size(), Role.PERSON, person));
        return values;
    }

    private static PersonalRecord personal(long number, int place, Role role, String value) {
        byte[] salt = new byte[16];
        SALT.nextBytes(salt);
        String hex = HexFormat.of().formatHex(salt);
        return new PersonalRecord(number, place, role.name(), hex, value, Chain.commitment(hex, role.name(), value));
    }

    private static String digest(String previous, JournalRecord line, List<PersonalRecord> personal) {
        String canonical = Chain.canonical(line.getNumber(), line.getHappened(), line.getInbox(), line.getMail(), line.getRequest(), line.getTld(), line.getCaseNumber(),
                line.getWhat(), line.getReason(), line.getTransition(), line.getEvidence(), line.getLetters(), line.getSureness());
        return Chain.digest(previous, canonical, personal.stream().map(PersonalRecord::getCommitment).toList());
    }

    // ---- reading

    /// What happened to a ccTLD, the oldest first (N29).
    public List<Line> of(Tld tld) {
        return lines(JOURNAL.TLD.eq(tld.label()));
    }

    public List<Line> ofCase(long number) {
        return lines(JOURNAL.CASE_NUMBER.eq(number));
    }

    /// What that row of the inbox led to.
    public List<Line> ofInbox(long id) {
        return lines(JOURNAL.INBOX.eq(id));
    }

    /// The lines with these numbers, both included.
    public List<Line> range(long first, long last) {
        return lines(JOURNAL.NUMBER.between(first, last));
    }

    /// The number of the last line, 0 while there is none.
    public long last() {
        return database.read(Head::of).number();
    }

    /// When the last line was written.
    public Optional<Instant> lastAt() {
        return database.read(sql -> sql.select(JOURNAL.HAPPENED).from(JOURNAL).orderBy(JOURNAL.NUMBER.desc()).limit(1).fetchOptional(JOURNAL.HAPPENED));
    }

    /// When the chain was checked last, and what was found to be wrong.
    public record Checked(Instant at, Optional<Long> broken) {}

    /// Remembers it across restarts.
    public void checked(Instant at, Optional<Fault> fault) {
        String text = at + " " + fault.map(Fault::number).orElse(0L);
        database.written(sql -> {
            sql.deleteFrom(SETTING).where(SETTING.NAME.eq(CHECKED)).execute();
            return sql.insertInto(SETTING, SETTING.NAME, SETTING.CONTENT).values(CHECKED, text).execute();
        });
    }

    public Optional<Checked> checked() {
        return database.read(sql -> sql.select(SETTING.CONTENT).from(SETTING).where(SETTING.NAME.eq(CHECKED)).fetchOptional(SETTING.CONTENT))
                .map(text -> text.split(" ", 2))
                .map(parts -> new Checked(Instant.parse(parts[0]), Optional.of(Long.parseLong(parts[1])).filter(number -> number > 0)));
    }

    private List<Line> lines(Condition wanted) {
        return database.read(sql -> {
            Map<Long, ? extends List<PersonalRecord>> personal = sql.selectFrom(PERSONAL)
                    .where(PERSONAL.NUMBER.in(DSL.select(JOURNAL.NUMBER).from(JOURNAL).where(wanted))).orderBy(PERSONAL.NUMBER, PERSONAL.PLACE)
                    .fetchGroups(PERSONAL.NUMBER);
            return sql.selectFrom(JOURNAL).where(wanted).orderBy(JOURNAL.NUMBER).fetch(line -> line(line, Optional.<List<PersonalRecord>>ofNullable(personal.get(line.getNumber())).orElse(List.of())));
        });
    }

    private static Line line(JournalRecord line, List<PersonalRecord> personal) {
        Optional<Tld> tld = line.getTld().isEmpty() ? Optional.empty() : Optional.of(new Tld(line.getTld()));
        Journal journal = new Journal(line.getWhat(), line.getReason(), tld, line.getCaseNumber(), line.getTransition(), line.getEvidence(), values(personal, Role.PERSON));
        return new Line(line.getNumber(), line.getHappened(), line.getInbox(), line.getMail(), line.getRequest(), line.getLetters(), journal,
                String.join("", values(personal, Role.SENDER)), String.join("", values(personal, Role.MESSAGE_ID)), line.getSureness(), line.getDigest());
    }

    private static List<String> values(List<PersonalRecord> personal, Role role) {
        return personal.stream().filter(value -> value.getRole().equals(role.name()) && value.getContent() != null).map(PersonalRecord::getContent).toList();
    }

    /// What IANA answered with this digest, once for each time it did (N01), the oldest first.
    public List<Authority.Evidence> evidence(String sha256) {
        return database.read(sql -> sql.select(EVIDENCE.SOURCE, EVIDENCE.LOOKED_UP, ANSWER.RAW).from(EVIDENCE).join(ANSWER).on(ANSWER.SHA256.eq(EVIDENCE.SHA256))
                .where(EVIDENCE.SHA256.eq(sha256)).orderBy(EVIDENCE.LOOKED_UP)
                .fetch(found -> new Authority.Evidence(found.value1(), found.value2(), sha256, new String(found.value3(), StandardCharsets.UTF_8))));
    }

    /// What IANA has answered since, the oldest first.
    public List<Authority.Evidence> evidenceSince(Instant since) {
        return database.read(sql -> sql.select(EVIDENCE.SOURCE, EVIDENCE.LOOKED_UP, EVIDENCE.SHA256, ANSWER.RAW).from(EVIDENCE).join(ANSWER).on(ANSWER.SHA256.eq(EVIDENCE.SHA256))
                .where(EVIDENCE.LOOKED_UP.ge(Columns.time(since))).orderBy(EVIDENCE.LOOKED_UP)
                .fetch(found -> new Authority.Evidence(found.value1(), found.value2(), found.value3(), new String(found.value4(), StandardCharsets.UTF_8))));
    }

    // ---- keeping it honest

    /// Erases this name or address wherever the journal holds it; the chain still holds.
    ///
    /// @return in how many places
    public int forget(String value) {
        return database.written(sql -> forget(sql, value));
    }

    static int forget(DSLContext sql, String value) {
        String folded = value.toLowerCase(Locale.ROOT);
        return sql.update(PERSONAL).setNull(PERSONAL.SALT).setNull(PERSONAL.CONTENT)
                .where(DSL.lower(PERSONAL.CONTENT).eq(folded).or(DSL.position(DSL.lower(PERSONAL.CONTENT), "<" + folded + ">").gt(0))).execute();
    }

    /// Walks the whole chain; empty when no line was changed, removed, inserted or moved.
    public Optional<Fault> verify() {
        return database.read(sql -> {
            long number = 0;
            String digest = "";
            try (Cursor<JournalRecord> lines = sql.selectFrom(JOURNAL).orderBy(JOURNAL.NUMBER).fetchSize(1000).fetchLazy()) {
                for (JournalRecord line : lines) {
                    number++;
                    if (line.getNumber() != number) return Optional.of(new Fault(number, "line is missing"));
                    List<PersonalRecord> personal = sql.selectFrom(PERSONAL).where(PERSONAL.NUMBER.eq(number)).orderBy(PERSONAL.PLACE).fetch();
                    digest = digest(digest, line, personal);
                    if (!digest.equals(line.getDigest())) return Optional.of(new Fault(number, "line is not the one that was written"));
                    if (!personal.stream().allMatch(Journals::kept)) return Optional.of(new Fault(number, "a name or address was changed"));
                }
            }
            Head head = Head.of(sql);
            if (head.number() > number) return Optional.of(new Fault(number + 1, "line is missing"));
            return head.number() < number || !head.digest().equals(digest) ? Optional.of(new Fault(head.number() + 1, "line was added")) : Optional.empty();
        });
    }

    private static boolean kept(PersonalRecord value) {
        return value.getContent() == null || Chain.commitment(value.getSalt(), value.getRole(), value.getContent()).equals(value.getCommitment());
    }
}
