package tldops.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.rehearsal.Sample.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tldops.core.Address;
import tldops.core.Authentication.Sureness;
import tldops.core.Bearer;
import tldops.core.Case;
import tldops.core.Change;
import tldops.core.Content;
import tldops.core.Content.Section;
import tldops.core.Decision;
import tldops.core.Event;
import tldops.core.Facts;
import tldops.core.Journal;
import tldops.core.Language;
import tldops.core.Letter;
import tldops.core.Mail;
import tldops.core.Matter;
import tldops.core.Member;
import tldops.core.Person;
import tldops.core.Request;
import tldops.core.Stage;
import tldops.core.Token;

/// Each invariant of the rehearsal holds in a good world and fails in a planted bad one (N31).
class InvariantsTest extends PlantedWorld {
    private static final Event DAILY = new Event.Due(Event.Duty.HOUSEKEEPING, "today");

    private static Content roster() {
        return new Content.Results(false, List.of(new Section("who", Section.Said.ROSTER, List.of("anna@registry.example (Anna, +999 0000001, .nl)"), Optional.empty())), List.of());
    }

    @Test
    void three_are_not_too_many_and_four_are() {
        assertThat(after(new NeverTooMany(), NEWS, joining(reader(NL, 1), reader(NL, 2), reader(NL, 3), reader(FR, 4)))).isEmpty();
        assertThat(after(new NeverTooMany(), NEWS, joining(reader(NL, 5)))).hasValueSatisfying(wrong -> assertThat(wrong.what()).contains("4 SSCs"));
    }

    @Test
    void the_roster_goes_to_readers_alone() {
        Member reader = reader(NL, 1);
        Member unproved = member(NL, 2, Optional.empty(), NOW);
        Member tooSoon = member(FR, 3, Optional.of(NOW), NOW.plusSeconds(1));
        RosterForReaders invariant = new RosterForReaders((_, _) -> false);
        assertThat(after(invariant, NEWS, joining(reader, unproved, tooSoon))).isEmpty();

        assertThat(after(invariant, NEWS, letters(letter("a", roster(), reader.person().address(), Optional.empty())))).isEmpty();
        for (Address nobody : List.of(unproved.person().address(), tooSoon.person().address(), STRANGER, ADMIN))
            assertThat(after(invariant, NEWS, letters(letter("b", roster(), nobody, Optional.empty())))).as("to " + nobody).isPresent();
    }

    @Test
    void contact_data_in_any_other_letter_is_seen_too() {
        Member reader = reader(NL, 1);
        Member other = member(NL, 2, Optional.empty(), NOW);
        RosterForReaders invariant = new RosterForReaders((tld, address) -> tld.equals(NL) && address.equals(ADMIN));
        after(invariant, NEWS, joining(reader, other));
        Content shows = new Content.Replaced(NL, other.person());

        assertThat(after(invariant, NEWS, letters(letter("a", shows, reader.person().address(), Optional.empty())))).isEmpty();
        assertThat(after(invariant, NEWS, letters(letter("b", shows, other.person().address(), Optional.empty())))).as("himself").isEmpty();
        assertThat(after(invariant, NEWS, letters(letter("c", shows, ADMIN, Optional.empty())))).as("his admin contact").isEmpty();
        assertThat(after(invariant, NEWS, letters(letter("d", shows, STRANGER, Optional.empty())))).isPresent();
        assertThat(after(invariant, NEWS, letters(letter("e", new Content.Help(3), STRANGER, Optional.empty())))).isEmpty();
    }

    @Test
    void what_somebody_wrote_himself_may_come_back_to_him() {
        Human jo = new Human(new Person("Jo", List.of(Address.of("anna1@nic-nl.example")), Human.phone(1)), Language.EN, new Human.Temper(1, 1, Duration.ZERO, 0), List.of());
        RosterForReaders invariant = new RosterForReaders((_, _) -> false);
        after(invariant, NEWS, joining(reader(NL, 1)));
        Event form = mail(STRANGER, Sureness.AUTHENTICATED, Pen.form(List.of(jo), Optional.of(NL), true));
        String itsId = ((Event.Arrived) form).mail().messageId();
        Content shows = new Content.Replaced(NL, jo.person);

        assertThat(after(invariant, form, letters(letter("a", shows, STRANGER, Optional.of(itsId))))).isEmpty();
        assertThat(after(invariant, mail(STRANGER, Sureness.AUTHENTICATED, new Request.Unclear("")), letters(letter("b", shows, STRANGER, Optional.of("2@elsewhere.example"))))).isPresent();
    }

    @Test
    void an_id_comes_once_and_the_same_words_not_twice_within_a_minute() {
        NoLetterTwice invariant = new NoLetterTwice();
        Content help = new Content.Help(3);
        assertThat(after(invariant, NEWS, letters(letter("a", help, STRANGER, Optional.empty())))).isEmpty();
        assertThat(after(invariant, NEWS, letters(letter("b", help, ADMIN, Optional.empty())))).as("another reader").isEmpty();
        assertThat(after(invariant, NEWS, letters(letter("c", help, STRANGER, Optional.of("1@x.example"))))).as("another occasion").isEmpty();
        assertThat(after(invariant, NOW.plusSeconds(61), NEWS, letters(letter("d", help, STRANGER, Optional.empty())))).as("later").isEmpty();

        assertThat(after(invariant, NOW.plusSeconds(120), NEWS, letters(letter("e", help, STRANGER, Optional.empty())))).isPresent();
        assertThat(after(invariant, NOW.plusSeconds(999), NEWS, letters(letter("a", new Content.Help(2), STRANGER, Optional.empty())))).as("the id").isPresent();
    }

    @Test
    void a_case_that_nobody_ends_is_found() {
        EveryCaseEnds invariant = new EveryCaseEnds();
        Case open = invitation(1, NL, new Stage.Asked(NOW, 0));
        assertThat(after(invariant, NEWS, changes(new Change.CaseSaved(open)))).isEmpty();
        assertThat(after(invariant, NOW.plus(Duration.ofDays(80)), DAILY, Decision.EMPTY)).as("60 working days are not over").isEmpty();
        assertThat(after(invariant, NOW.plus(Duration.ofDays(120)), DAILY, Decision.EMPTY)).hasValueSatisfying(wrong -> assertThat(wrong.caseNumber()).isEqualTo(1));

        after(invariant, NOW.plus(Duration.ofDays(121)), mail(Address.of("secretariat@tld-ops.example"), Sureness.AUTHENTICATED, new Request.Unclear("")), changes(new Change.CaseSaved(open)));
        assertThat(after(invariant, NOW.plus(Duration.ofDays(122)), DAILY, Decision.EMPTY)).as("the Secretariat's word").isEmpty();
        after(invariant, NEWS, changes(new Change.CaseSaved(open.at(new Stage.Ended(Stage.Outcome.FAILED, NOW, Optional.empty())))));
        assertThat(after(invariant, NOW.plus(Duration.ofDays(900)), DAILY, Decision.EMPTY)).isEmpty();
    }

    @Test
    void a_case_may_wait_behind_another_and_not_behind_nothing() {
        EveryCaseEnds invariant = new EveryCaseEnds();
        Matter wish = new Matter.Admission(Matter.Origin.APPLICATION, List.of(), List.of());
        Case waits = invitation(1, NL, new Stage.Queued()).about(wish);
        Case before = invitation(2, NL, new Stage.Held(Stage.Why.UNREACHABLE, NOW, 0, true)).about(wish);
        after(invariant, NEWS, changes(new Change.CaseSaved(waits)));
        Instant late = NOW.plus(Duration.ofDays(200));

        after(invariant, late, NEWS, changes(new Change.CaseSaved(before)));
        assertThat(after(invariant, late, DAILY, Decision.EMPTY)).isEmpty();
        after(invariant, late, NEWS, changes(new Change.CaseSaved(before.at(new Stage.Ended(Stage.Outcome.CLOSED, late, Optional.empty())))));
        assertThat(after(invariant, late, DAILY, Decision.EMPTY)).isPresent();
    }

    @Test
    void whom_no_admin_contact_wants_must_not_join() {
        NobodyUnwanted invariant = new NobodyUnwanted((tld, address) -> tld.equals(NL) && address.local().equals("anna1"));
        assertThat(after(invariant, NEWS, joining(reader(NL, 1)))).isEmpty();
        assertThat(after(invariant, NEWS, joining(reader(NL, 2)))).as("denied, or never asked about").isPresent();
        assertThat(after(invariant, NEWS, joining(reader(FR, 1)))).as("wanted elsewhere").isPresent();
    }

    @Test
    void from_alone_moves_nobody_in_or_out() {
        Token token = new Token("0".repeat(Token.LENGTH));
        registry.apply(new Change.CaseSaved(invitation(7, NL, new Stage.Asked(NOW, 0)).carrying(new tldops.core.Issued(token.hash(), tldops.core.Issued.Purpose.FORM, ADMIN, "l", true))));
        Request yes = new Request.Answered(Set.of(Request.Word.CONFIRM), List.of(), false);
        ForgersMoveNothing invariant = new ForgersMoveNothing(forged -> forged.isFrom(STRANGER));

        assertThat(after(invariant, mail(ADMIN, Sureness.AUTHENTICATED, yes), joining(reader(NL, 1)))).isEmpty();
        assertThat(after(invariant, mail(ADMIN, Sureness.UNAUTHENTICATED, yes, new Bearer(token, Bearer.Place.ADDRESS)), joining(reader(NL, 2)))).isEmpty();
        assertThat(after(invariant, mail(ADMIN, Sureness.UNAUTHENTICATED, yes), Decision.EMPTY)).as("nothing moved").isEmpty();
        assertThat(after(invariant, mail(ADMIN, Sureness.UNAUTHENTICATED, yes), joining(reader(NL, 3)))).isPresent();
        assertThat(after(invariant, mail(ADMIN, Sureness.FAILED, yes, new Bearer(new Token("1".repeat(Token.LENGTH)), Bearer.Place.ADDRESS)), changes(new Change.MemberGone(reader(NL, 3).id())))).isPresent();
        assertThat(after(invariant, mail(STRANGER, Sureness.AUTHENTICATED, yes), joining(reader(FR, 1)))).as("a forger's").isPresent();
    }

    @Test
    void a_machine_is_not_answered() {
        MachinesUnanswered invariant = new MachinesUnanswered();
        Mail machine = pen.machine(STRANGER, NOW);
        Event automatic = new Event.Arrived(machine, new Request.Automatic("out of office"), Facts.NONE);
        Event bounce = new Event.Arrived(machine, new Request.Bounced(Optional.of("x"), List.of(), ""), Facts.NONE);
        Decision toIt = letters(letter("a", new Content.Help(3), STRANGER, Optional.empty()));
        Decision elsewhere = letters(letter("b", new Content.Help(3), ADMIN, Optional.empty()));

        for (Event event : List.of(automatic, bounce)) {
            assertThat(after(invariant, event, elsewhere)).as("the Secretariat may hear of it").isEmpty();
            assertThat(after(invariant, event, toIt)).isPresent();
            assertThat(after(invariant, event, letters(letter("c", new Content.Help(3), ADMIN, Optional.of(machine.messageId()))))).isPresent();
        }
        assertThat(after(invariant, mail(STRANGER, Sureness.UNAUTHENTICATED, new Request.Unclear("")), toIt)).isEmpty();
    }

    @Test
    void what_somebody_set_going_for_himself_is_over_after_days() {
        EveryCaseEnds invariant = new EveryCaseEnds();
        Matter wish = new Matter.Forgetting(STRANGER);
        assertThat(after(invariant, NEWS, changes(new Change.CaseSaved(invitation(1, NL, new Stage.Asked(NOW, 0)).about(wish))))).isEmpty();
        assertThat(after(invariant, NOW.plus(Duration.ofDays(2)), DAILY, Decision.EMPTY)).isEmpty();
        assertThat(after(invariant, NOW.plus(Duration.ofDays(4)), DAILY, Decision.EMPTY)).isPresent();
    }

    @Test
    void a_procedure_shows_contacts_to_the_address_that_is_asked_and_to_no_other() {
        Member reader = reader(NL, 1);
        RosterForReaders invariant = new RosterForReaders((_, _) -> false);
        Case matter = invitation(7, NL, new Stage.Asked(NOW, 0));
        after(invariant, NEWS, joining(reader).and(new Change.CaseSaved(matter), new Change.CaseSaved(invitation(8, FR, new Stage.Asked(NOW, 0)))));

        assertThat(after(invariant, NEWS, letters(about(7, reader, ADMIN)))).isEmpty();
        assertThat(after(invariant, NEWS, letters(about(7, reader, STRANGER)))).isPresent();
        assertThat(after(invariant, NEWS, letters(about(8, reader, ADMIN)))).as("another ccTLD's").isPresent();
    }

    private static Letter about(long number, Member shown, Address to) {
        return new Letter("l" + number + to, new Content.Replaced(NL, shown.person()), Language.EN, List.of(to), List.of(), Optional.empty(), false, Optional.empty(), number, Letter.Envelope.VERP, false, false, NOW.plusSeconds(9));
    }

    @Test
    void the_first_thing_that_is_broken_is_kept_with_its_date_and_the_journal_of_its_case() {
        Invariants all = new Invariants(List.of(new NeverTooMany(), new NoLetterTwice()));
        Chronicle chronicle = new Chronicle();
        Case matter = invitation(1, NL, new Stage.Asked(NOW, 0));
        Decision first = Decision.of(Journal.of("invited", "ordered", matter, matter)).and(Decision.of(Journal.of("else", "not of the case", NL)));
        Decision fourth = joining(reader(NL, 1), reader(NL, 2), reader(NL, 3), reader(NL, 4)).and(Journal.of("admitted", "wrongly", matter, matter));

        for (Decision decision : List.of(first, fourth, joining(reader(NL, 5)))) {
            Step step = step(registry, decision == first ? NOW : NOW.plusSeconds(5), NEWS, decision);
            chronicle.note(step);
            all.look(step, registry);
        }

        Invariants.Broken broken = all.broken().orElseThrow();
        assertThat(broken.at()).isEqualTo(NOW.plusSeconds(5));
        assertThat(broken.wrong().what()).contains(".nl has 4 SSCs");
        assertThat(chronicle.about(broken.wrong())).containsExactly("2027-01-18T09:00:00Z .nl case 1: invited, ordered [Asked]", "2027-01-18T09:00:05Z .nl case 1: admitted, wrongly [Asked]");
    }
}
