package tldops.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tldops.store.Sample;

/// What somebody has settled goes with his first address alone, and a guest who becomes an SSC is one no longer (X07, X20).
class SettledTest {
    private static final Instant NOW = Sample.NOW;
    private static final Moment AT = new Moment(NOW, new byte[32]);

    private final Registry registry = new Registry(Sample.rules());

    private static Member member(String tld, String name, Instant rosterFrom, String... addresses) {
        Person person = new Person(name, List.of(addresses).stream().map(Address::of).toList(), new Phone("+31 6 12345678", "+31612345678", true, "NL"));
        return new Member(Tld.of(tld), 1, person, Language.EN, NOW, Optional.of(NOW), "", false, rosterFrom, Optional.empty(), 1);
    }

    private void guest(String address) {
        registry.apply(new Change.GuestSaved(new Guest(Address.of(address), "Leo", Guest.Role.OBSERVER, true, Optional.empty(), Language.FR, Options.USUAL.digest(true), NOW)));
    }

    private List<Change> after(Member member) {
        Decision saved = Decision.EMPTY.and(new Change.MemberSaved(member));
        return Guests.joined(registry, saved, AT).changes();
    }

    @Test
    void a_second_address_that_others_have_lends_no_password() {
        registry.apply(new Change.MemberSaved(member("nl", "Anna", NOW, "anna@registry.example", "noc@registry.example").withPassword("salt:hash").with(Options.USUAL.digest(true))));

        Member bob = Memberships.settled(registry, member("fr", "Bob", NOW, "noc@registry.example"));

        assertThat(bob.passwordHash()).isEmpty(); // X07
        assertThat(bob.options()).isEqualTo(Options.USUAL);
    }

    @Test
    void a_guest_takes_his_options_and_his_language_with_him() {
        guest("leo@wg.example");

        Member leo = Memberships.settled(registry, member("fr", "Leo", NOW, "leo@wg.example"));

        assertThat(leo.options().digest()).isTrue(); // R051
        assertThat(leo.language()).isEqualTo(Language.FR);
        assertThat(after(leo)).contains(new Change.GuestGone(Address.of("leo@wg.example"))); // X20
    }

    @Test
    void on_a_secret_alone_he_stays_a_guest_until_it_can_be_undone_no_more() {
        guest("leo@wg.example");
        Member leo = member("fr", "Leo", NOW.plus(Duration.ofHours(72)), "leo@wg.example");

        assertThat(after(leo)).noneMatch(Change.GuestGone.class::isInstance); // P6
        registry.apply(new Change.MemberSaved(leo));
        assertThat(Guests.due(registry, AT).changes()).isEmpty();

        Moment later = new Moment(NOW.plus(Duration.ofHours(72)), new byte[32]);
        assertThat(Guests.due(registry, later).changes()).containsExactly(new Change.GuestGone(Address.of("leo@wg.example")));
        assertThat(Guests.due(registry, later).letters()).as("he was welcomed as an SSC").isEmpty();
    }

    @Test
    void a_second_address_that_is_another_members_too_ends_nobodys_role() {
        guest("noc@registry.example");
        registry.apply(new Change.MemberSaved(member("nl", "Anna", NOW, "anna@registry.example", "noc@registry.example")));

        assertThat(after(member("fr", "Bob", NOW, "bob@nic.example", "noc@registry.example"))).noneMatch(Change.GuestGone.class::isInstance); // P8
    }
}
