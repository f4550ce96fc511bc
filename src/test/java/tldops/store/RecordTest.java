package tldops.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tldops.core.Address;
import tldops.core.Authority;
import tldops.core.Case;
import tldops.core.Change;
import tldops.core.Decision;
import tldops.core.Delegate;
import tldops.core.Digest;
import tldops.core.Event;
import tldops.core.Guest;
import tldops.core.Journal;
import tldops.core.Kept;
import tldops.core.Member;
import tldops.core.Outage;
import tldops.core.Post;
import tldops.core.Registry;
import tldops.core.Tld;

/// Decisions are recorded as a whole, and the registry comes back as it was.
class RecordTest {
    private static final Tld NL = new Tld("nl");

    @TempDir
    Path temporary;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(temporary.resolve("data"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_batch_that_fails_leaves_nothing() {
        long one = store.inbox().put(Sample.mail("a@x.example", "1")).join();
        long two = store.inbox().put(Sample.mail("b@x.example", "2")).join();
        Member member = new Arbitrary(1).of(Member.class);
        Store.Recorded good = Sample.recorded(one, Sample.line("admitted", NL), List.of(new Change.MemberSaved(member), new Change.Counted("x", Sample.NOW)), Sample.composed(Sample.letter("same", false, false), "x"));
        Store.Recorded bad = Sample.recorded(two, Sample.line("admitted", NL), List.of(), Sample.composed(Sample.letter("same", false, false), "y"));

        assertThatThrownBy(() -> store.record(List.of(good, bad))).isInstanceOf(RuntimeException.class);

        assertThat(store.load(Sample.rules()).members()).isEmpty();
        assertThat(store.load(Sample.rules()).counted("x", Instant.EPOCH)).isZero();
        assertThat(store.outbox().due(Sample.NOW, 9)).isEmpty(); // L30
        assertThat(store.journals().last()).isZero();
        assertThat(store.inbox().waiting(0, 9)).hasSize(2);

        store.record(List.of(good));
        assertThat(store.load(Sample.rules()).members()).containsExactly(member);
        assertThat(store.inbox().waiting(0, 9)).extracting(Inbox.Row::id).containsExactly(two);
    }

    @Test
    void times_without_mail_are_numbered_on_after_a_restart() {
        Outage first = new Outage(Sample.NOW, Sample.NOW.plusSeconds(600));
        Outage second = new Outage(Sample.NOW.plusSeconds(7200), Sample.NOW.plusSeconds(9000));
        store.record(List.of(Sample.recorded(0, Journal.of("missed", "SPEC 1.10"), List.of(new Change.Missed(first)))));
        store.close();

        open();
        store.record(List.of(Sample.recorded(0, Journal.of("missed", "SPEC 1.10"), List.of(new Change.Missed(second)))));

        assertThat(store.load(Sample.rules()).outages()).containsExactly(first, second);
    }

    @Test
    void a_mail_is_decided_once() {
        long id = store.inbox().put(Sample.mail("a@x.example", "1")).join();
        store.record(List.of(Sample.recorded(id, Journal.of("help", "R058"), List.of())));

        assertThatThrownBy(() -> store.record(List.of(Sample.recorded(id, Journal.of("help", "R058"), List.of())))).isInstanceOf(IllegalStateException.class);

        assertThat(store.journals().last()).isEqualTo(1);
    }

    @Test
    void the_raw_mail_is_masked_with_its_decision() {
        long id = store.inbox().put(Sample.mail("a@x.example", "who s3cret")).join();

        store.record(List.of(Sample.recorded(id, Journal.of("who", "R054"), List.of())), Map.of(id, Sample.bytes("who ******")));

        assertThat(store.inbox().raw(id).orElseThrow()).isEqualTo(Sample.bytes("who ******"));
    }

    @Test
    void what_iana_said_is_kept_once_and_each_time_it_said_it() {
        String raw = "domain: NL\n";
        Authority.Evidence first = new Authority.Evidence("whois.iana.org", Sample.NOW, Digest.hex(raw), raw);
        Authority.Evidence again = new Authority.Evidence("whois.iana.org", Sample.NOW.plusSeconds(60), Digest.hex(raw), raw);
        Decision decision = Decision.of(Journal.of("admitted", "P2", NL).evidence(new Authority.Silent(first)));

        store.record(List.of(new Store.Recorded(0, decision, List.of(), List.of(first, first), Sample.NOW, "", "", "")));
        store.record(List.of(new Store.Recorded(0, decision, List.of(), List.of(first, again), Sample.NOW, "", "", "")));

        assertThat(store.journals().evidence(store.journals().of(NL).getFirst().journal().evidence())).containsExactly(first, again);
    }

    @Test
    void the_registry_loads_as_it_was_applied() {
        for (long seed = 0; seed < 6; seed++) {
            Arbitrary any = new Arbitrary(seed);
            Registry applied = store.load(Sample.rules());
            List<Member.Id> ids = new ArrayList<>();
            for (int batch = 0; batch < 20; batch++) {
                List<Store.Recorded> recorded = new ArrayList<>();
                for (int i = any.below(5); i >= 0; i--) {
                    List<Change> changes = new ArrayList<>();
                    for (int j = any.below(6); j >= 0; j--) changes.add(change(any, ids));
                    recorded.add(Sample.recorded(0, Sample.line("changed", NL), changes));
                    applied.apply(changes);
                }
                store.record(recorded);
            }
            close();
            open();

            assertThat(seen(store.load(Sample.rules()))).as("seed " + seed).isEqualTo(seen(applied));
        }
    }

    private static Change change(Arbitrary any, List<Member.Id> ids) {
        return switch (any.below(22)) {
            case 0, 1, 2, 3 -> {
                Member member = any.of(Member.class);
                ids.add(member.id());
                yield new Change.MemberSaved(member);
            }
            case 4 -> new Change.MemberGone(ids.isEmpty() ? any.of(Member.Id.class) : any.one(ids));
            case 5, 6, 7 -> {
                Case fresh = any.of(Case.class);
                yield new Change.CaseSaved(new Case(1 + any.below(30), fresh.tld(), fresh.matter(), fresh.stage(), fresh.asked(), fresh.language(), fresh.opened(), fresh.tokens(), fresh.reopened()));
            }
            case 8, 9 -> new Change.Counted("key" + any.below(3), any.of(Instant.class));
            case 10 -> new Change.CountsForgotten("key" + any.below(3), Instant.ofEpochSecond(1_800_000_000L + any.below(1_000_000)));
            case 11 -> new Change.DutiesForgotten(Instant.ofEpochSecond(1_800_000_000L + any.below(1_000_000)));
            case 12 -> new Change.GuestSaved(any.of(Guest.class));
            case 13 -> new Change.GuestGone(any.of(Address.class));
            case 14 -> new Change.DelegateSaved(any.of(Delegate.class));
            case 15 -> new Change.DelegateGone(any.of(Tld.class));
            case 16 -> new Change.PostSaved(any.of(Post.class));
            case 17 -> new Change.PostsForgotten(Instant.ofEpochSecond(1_800_000_000L + any.below(10_000_000)));
            case 18 -> new Change.KeptSaved(any.of(Kept.class));
            case 19 -> new Change.PostGone(any.of(Post.class).inbox());
            case 20 -> new Change.CountGone("key" + any.below(3));
            default -> new Change.DutyDone(any.of(Event.Duty.class), "period" + any.below(4), any.of(Instant.class));
        };
    }

    /// All that the core can see of a registry.
    private static List<Object> seen(Registry registry) {
        List<Object> all = new ArrayList<>();
        all.add(List.copyOf(registry.members()));
        all.add(List.copyOf(registry.cases()));
        for (String tld : List.of("nl", "fr", "br", "xn--fiqs8s")) {
            all.add(registry.membersOf(new Tld(tld)));
            all.add(registry.casesOf(new Tld(tld)));
        }
        for (Member member : registry.members()) member.person().addresses().forEach(address -> all.add(registry.membersWith(address)));
        for (int key = 0; key < 3; key++) {
            all.add(registry.counted("key" + key, Instant.EPOCH));
            all.add(registry.lastCounted("key" + key));
        }
        for (Event.Duty duty : Event.Duty.values()) for (int period = 0; period < 4; period++) all.add(registry.done(duty, "period" + period));
        all.add(List.copyOf(registry.guests()));
        all.add(List.copyOf(registry.delegates()));
        all.add(List.copyOf(registry.posts()));
        all.add(registry.kept(Kept.Edition.class));
        all.add(registry.kept(Kept.Campaign.class));
        all.add(registry.nextCase(0));
        return all;
    }
}
