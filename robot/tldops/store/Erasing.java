package tldops.store;

import static tldops.store.jooq.Tables.INBOX;
import static tldops.store.jooq.Tables.JOURNAL;
import static tldops.store.jooq.Tables.PERSONAL;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import tldops.core.Address;
import tldops.core.Change;

/// Erases somebody who is to be forgotten (L45): the journal's personal values that name him, so that its chain still
/// holds, and the bytes of the mails he sent, as far as they are dealt with or set aside, and of what else came in about him.
final class Erasing {
    private static final Condition OVER = INBOX.STATE.notIn(Inbox.State.NEW.name(), Inbox.State.WAITING.name());
    private static final int HEAD = 64 * 1024;
    /// An address in a document.
    private static final Pattern PARTS = Pattern.compile("\"local\":\"([^\"]*)\",\"domain\":\"([^\"]*)\"");

    private Erasing() {}

    static void erase(DSLContext sql, List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof Change.Forgotten(var addresses)) addresses.forEach(address -> erase(sql, address));
        }
    }

    private static void erase(DSLContext sql, Address address) {
        Set<Long> lines = new HashSet<>(sql.select(PERSONAL.NUMBER).from(PERSONAL).where(PERSONAL.ROLE.eq("SENDER").and(DSL.lower(PERSONAL.CONTENT).eq(address.key()))).fetch(PERSONAL.NUMBER));
        Set<Long> his = new HashSet<>(sql.selectDistinct(JOURNAL.INBOX).from(JOURNAL).where(JOURNAL.NUMBER.in(lines).and(JOURNAL.INBOX.gt(0L))).fetch(JOURNAL.INBOX));
        his.addAll(sql.select(INBOX.ID).from(INBOX).where(DSL.lower(INBOX.RETURN_PATH).eq(address.key())).fetch(INBOX.ID));
        his.addAll(aside(sql, address));
        his.addAll(orders(sql, address));
        his.addAll(sql.select(INBOX.ID).from(INBOX).where(INBOX.FIRST_ID.in(his)).fetch(INBOX.ID));
        sql.update(INBOX).set(INBOX.RAW, new byte[0]).set(INBOX.RETURN_PATH, "").set(INBOX.MESSAGE_ID, "").set(INBOX.REASON, "").where(INBOX.ID.in(his).and(OVER)).execute();
        // nobody can handle it any more
        sql.update(INBOX).set(INBOX.STATE, Inbox.State.DROPPED.name()).where(INBOX.ID.in(his).and(INBOX.STATE.eq(Inbox.State.ASIDE.name()))).execute();
        sql.update(PERSONAL).setNull(PERSONAL.SALT).setNull(PERSONAL.CONTENT).where(PERSONAL.NUMBER.in(lines).and(PERSONAL.ROLE.eq("MESSAGE_ID"))).execute();
        Journals.forget(sql, address.key());
    }

    /// Mails that nobody could handle: no line of the journal says from whom they are.
    private static List<Long> aside(DSLContext sql, Address address) {
        Pattern from = Pattern.compile("^from:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*?" + whole(address), Pattern.MULTILINE);
        return found(sql, INBOX.STATE.eq(Inbox.State.ASIDE.name()).and(INBOX.KIND.eq(Inbox.Kind.MAIL.name())), raw -> from.matcher(head(raw)).find());
    }

    /// The operator's orders and the relay's news that name him, which are no mails.
    private static List<Long> orders(DSLContext sql, Address address) {
        Pattern named = Pattern.compile(whole(address));
        return found(sql, INBOX.KIND.in(Inbox.Kind.OPERATOR.name(), Inbox.Kind.UNREACHED.name(), Inbox.Kind.GIVEN_UP.name()).and(OVER).and(Inbox.hasBytes()), raw -> named.matcher(PARTS.matcher(folded(raw, raw.length)).replaceAll("$1@$2")).find());
    }

    private static List<Long> found(DSLContext sql, Condition where, Predicate<byte[]> wanted) {
        return sql.select(INBOX.ID, INBOX.RAW).from(INBOX).where(where).fetch().stream().filter(row -> wanted.test(row.value2())).map(Record2::value1).toList();
    }

    /// The address, and no longer one that begins or ends like it.
    private static String whole(Address address) {
        return "(?<![\\w.+-])" + Pattern.quote(address.key()) + "(?![\\w-]|\\.\\w)";
    }

    private static String head(byte[] raw) {
        String text = folded(raw, Math.min(raw.length, HEAD));
        int end = text.indexOf("\r\n\r\n");
        return end < 0 ? text : text.substring(0, end);
    }

    private static String folded(byte[] raw, int length) {
        return new String(raw, 0, length, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    }
}
