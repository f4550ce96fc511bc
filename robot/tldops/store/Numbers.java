package tldops.store;

import static tldops.store.jooq.Tables.CASES;
import static tldops.store.jooq.Tables.COUNTED;
import static tldops.store.jooq.Tables.DELEGATE;
import static tldops.store.jooq.Tables.GUEST;
import static tldops.store.jooq.Tables.INBOX;
import static tldops.store.jooq.Tables.KEPT;
import static tldops.store.jooq.Tables.MEMBER;
import static tldops.store.jooq.Tables.OUTAGE;
import static tldops.store.jooq.Tables.OUTBOX;
import static tldops.store.jooq.Tables.POST;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/// The next numbers of rows. One thread of one process writes, so they are counted here; the database is asked for the
/// highest once. Used by the writer alone. What is rolled back leaves a gap.
final class Numbers {
    /// Numbered together, in the order in which they were written: a registry that is loaded lists everything in it.
    private static final List<TableField<?, Long>> TURNS = List.of(MEMBER.TURN, CASES.TURN, COUNTED.TURN, OUTAGE.TURN, GUEST.TURN, DELEGATE.TURN, POST.TURN, KEPT.TURN);
    private static final String KEY = Numbers.class.getName();

    /// What List.of and jOOQ's tables hold never changes.
    @SuppressWarnings("ImmutableEnumChecker")
    enum Of {
        LETTER(List.of(OUTBOX.ID)),
        MAIL(List.of(INBOX.ID)),
        TURN(TURNS);

        private final List<TableField<?, Long>> columns;

        Of(List<TableField<?, Long>> columns) {
            this.columns = columns;
        }
    }

    private final Map<Of, Long> last = new EnumMap<>(Of.class);

    /// So many, in order.
    static List<Long> next(DSLContext sql, Of what, int count) {
        Numbers numbers = (Numbers) Objects.requireNonNull(sql.configuration().data(KEY));
        long before = numbers.last.computeIfAbsent(what, asked -> highest(sql, asked));
        numbers.last.put(what, before + count);
        return LongStream.rangeClosed(before + 1, before + count).boxed().toList();
    }

    private static long highest(DSLContext sql, Of what) {
        return what.columns.stream().mapToLong(column -> Optional.ofNullable(sql.select(DSL.max(column)).from(column.getTable()).fetchOne(0, Long.class)).orElse(0L)).max().orElse(0);
    }

    /// Goes with all that is asked through this context from now on.
    void join(DSLContext sql) {
        sql.configuration().data(KEY, this);
    }
}
