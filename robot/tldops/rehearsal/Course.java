package tldops.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import tldops.core.Anchors;
import tldops.core.Case;
import tldops.core.Change;
import tldops.core.Decide;
import tldops.core.Decision;
import tldops.core.Event;
import tldops.core.Facts;
import tldops.core.Guest;
import tldops.core.Kept;
import tldops.core.Moment;
import tldops.core.Need;
import tldops.core.Needs;
import tldops.core.Post;
import tldops.core.Prospect;
import tldops.core.Registry;
import tldops.core.Stage;
import tldops.core.Waiting;

/// The same core as in the daemon, on a clock that jumps to whatever comes next (N31). The deadlines are not asked for
/// every five minutes but at those of their times behind which something can be due; a look now and then shows what was
/// not foreseen.
final class Course {
    private record Planned(Instant at, long order, Runnable act) {}

    private static final Duration A_DAY = Duration.ofHours(24);

    private final Registry registry;
    private final RandomGenerator chance;
    private final Map<Event.Duty, Function<Instant, Optional<Instant>>> duties;
    private final Duration look;
    private final BiConsumer<Course, Step> witness;
    private final BiFunction<Need, Instant, Facts> iana;
    private final PriorityQueue<Planned> plan = new PriorityQueue<>(Comparator.comparing(Planned::at).thenComparingLong(Planned::order));
    private final TreeSet<Instant> deadlines = new TreeSet<>();
    private Instant now;
    private long order;

    /// @param duties when each falls due next after a time
    /// @param look the deadlines are looked at so often even when nothing is foreseen
    /// @param witness is told of every step, after it was applied
    Course(Registry registry, Instant start, RandomGenerator chance, Map<Event.Duty, Function<Instant, Optional<Instant>>> duties, Duration look, BiConsumer<Course, Step> witness) {
        this(registry, start, chance, duties, look, witness, (_, _) -> Facts.NONE);
    }

    /// @param iana what IANA says then to a duty that asks
    Course(Registry registry, Instant start, RandomGenerator chance, Map<Event.Duty, Function<Instant, Optional<Instant>>> duties, Duration look, BiConsumer<Course, Step> witness,
            BiFunction<Need, Instant, Facts> iana) {
        this.iana = iana;
        this.registry = registry;
        this.now = start;
        this.chance = chance;
        this.duties = duties;
        this.look = look;
        this.witness = witness;
    }

    Registry registry() {
        return registry;
    }

    Instant now() {
        return now;
    }

    /// Plans every duty, and what is foreseen of what is under way already.
    void begin() {
        for (Event.Duty duty : Event.Duty.values()) if (duty != Event.Duty.DEADLINES) repeat(duty);
        lookNowAndThen();
        registry.cases().forEach(this::foresee);
        registry.members().forEach(member -> Prospect.unproved(registry, member).ifPresent(this::deadlineBehind));
        registry.posts().forEach(this::foresee);
        registry.guests().forEach(this::foresee);
        registry.kept(Kept.Anchors.class).ifPresent(this::foresee);
    }

    /// Another contact that was seen once counts when it is seen again (MAIL_RULES 34).
    private void foresee(Kept.Anchors anchors) {
        anchors.seen().forEach(one -> one.next().filter(next -> next.stand() != Kept.Stand.HELD).map(next -> Anchors.agreement(registry, next)).ifPresent(this::deadlineBehind));
    }

    private void repeat(Event.Duty duty) {
        next(duty, now).ifPresent(at -> at(at, () -> {
            due(duty);
            repeat(duty);
        }));
    }

    private Optional<Instant> next(Event.Duty duty, Instant after) {
        return Optional.ofNullable(duties.get(duty)).flatMap(times -> times.apply(after));
    }

    private void due(Event.Duty duty) {
        Need need = Needs.of(registry, duty, now);
        decide(new Event.Due(duty, now.toString(), Waiting.NOTHING, need.nothing() ? Facts.NONE : iana.apply(need, now)));
    }

    private void lookNowAndThen() {
        deadlineBehind(now);
        in(look, this::lookNowAndThen);
    }

    void in(Duration later, Runnable act) {
        at(now.plus(later), act);
    }

    void at(Instant time, Runnable act) {
        plan.add(new Planned(time.isBefore(now) ? now : time, order++, act));
    }

    /// Goes on until then; what is planned for later stays planned.
    void until(Instant end) {
        for (Planned next = plan.peek(); next != null && !next.at.isAfter(end); next = plan.peek()) {
            plan.remove();
            now = next.at;
            next.act.run();
        }
        now = end;
    }

    Decision decide(Event event) {
        byte[] bytes = new byte[32];
        chance.nextBytes(bytes);
        Decision decision = Decide.on(registry, event, new Moment(now, bytes));
        Step step = Step.of(registry, now, event, decision);
        registry.apply(decision.changes());
        for (Change change : decision.changes()) {
            switch (change) {
                case Change.CaseSaved(var saved) -> foresee(saved);
                case Change.MemberSaved(var member) -> Prospect.unproved(registry, member).ifPresent(this::deadlineBehind);
                case Change.PostSaved(var post) -> foresee(post);
                case Change.GuestSaved(var guest) -> foresee(guest);
                case Change.KeptSaved(Kept.Anchors anchors) -> foresee(anchors);
                default -> { }
            }
        }
        witness.accept(this, step);
        return decision;
    }

    private void foresee(Case matter) {
        Prospect.of(registry, matter).map(Prospect::at).ifPresent(this::deadlineBehind);
        boolean queue = registry.openCases().stream().anyMatch(other -> other.stage() instanceof Stage.Queued && other.tld().equals(matter.tld()));
        if (queue) deadlineBehind(now);
    }

    /// Its author is told soon, and once more a day later, of those who could not be reached (L09).
    private void foresee(Post post) {
        if (post.unreached().size() == post.toldOf()) return;
        Instant last = post.at().plus(A_DAY);
        if (post.told().isEmpty()) deadlineBehind(post.at().plus(registry.rules().posting().reportAfter()));
        else if (post.told().get().isBefore(last)) deadlineBehind(last);
    }

    private void foresee(Guest guest) {
        guest.until().ifPresent(day -> deadlineBehind(day.plusDays(1).atStartOfDay(registry.rules().listCalendar().zone()).toInstant()));
    }

    /// The deadlines are looked at when their time comes after that instant.
    private void deadlineBehind(Instant due) {
        Instant from = due.isAfter(now) ? due.minusMillis(1) : now;
        next(Event.Duty.DEADLINES, from).filter(deadlines::add).ifPresent(at -> at(at, () -> {
            deadlines.remove(at);
            due(Event.Duty.DEADLINES);
        }));
    }
}
