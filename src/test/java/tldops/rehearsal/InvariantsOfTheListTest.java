package tldops.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.rehearsal.Sample.*;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tldops.core.Address;
import tldops.core.Authentication;
import tldops.core.Authentication.Sureness;
import tldops.core.Carried;
import tldops.core.Case;
import tldops.core.Change;
import tldops.core.ChangeContent;
import tldops.core.Content;
import tldops.core.Decision;
import tldops.core.Event;
import tldops.core.Facts;
import tldops.core.Guest;
import tldops.core.Language;
import tldops.core.Letter;
import tldops.core.Mail;
import tldops.core.Matter;
import tldops.core.Member;
import tldops.core.Options;
import tldops.core.Person;
import tldops.core.Post;
import tldops.core.PostContent;
import tldops.core.Request;
import tldops.core.Stage;
import tldops.core.Tld;
import tldops.core.Tlp;

/// What must hold of the list itself and of who has left: each invariant holds in a good world and fails in a planted bad one
/// (N31).
class InvariantsOfTheListTest extends PlantedWorld {
    private static Letter toAll(String id, Content content, Address... subscribers) {
        return new Letter(id, content, Language.EN, List.of(rules().list().post()), List.of(), Optional.empty(), false, Optional.empty(), 0, Letter.Envelope.VERP, false, false, NOW.plusSeconds(9), List.of(subscribers));
    }

    private static Content post(long inbox, Address author, Tlp tlp) {
        return new Carried(inbox, author, inbox + "@x.example", tlp, Authentication.Policy.NONE, Set.of());
    }

    private static Change posted(long inbox, Address author) {
        return new Change.PostSaved(new Post(inbox, "letter", author, NOW, inbox + "@x.example", "Key roll", Tlp.AMBER, 1, false, List.of(), Optional.empty(), 0));
    }

    private static Content digest(Tlp tlp, long... posts) {
        return new PostContent.DailyDigest(LocalDate.parse("2027-01-18"), "TLP:" + tlp.label(), LongStream.of(posts).mapToObj(inbox -> new PostContent.Item(inbox, "Key roll", "Anna", "TLP:" + tlp.label(), NOW)).toList());
    }

    private static Guest guest(String name, Guest.Role role) {
        return new Guest(Address.of(name + "@group.example"), name, role, false, Optional.empty(), Language.EN, Options.USUAL, NOW);
    }

    private static Address first(Member member) {
        return member.person().address();
    }

    @Test
    void a_post_goes_to_members_and_observers_alone_and_to_each_once() {
        Member reader = reader(NL, 1);
        Member away = reader(NL, 2).with(Options.USUAL.away(Optional.of(new Options.Away(LocalDate.parse("2027-02-01"), 0))));
        Member tooSoon = member(FR, 3, Optional.of(NOW), NOW.plusSeconds(1));
        Member two = reader(FR, 4).as(new Person("Two", List.of(Address.of("two@nic-fr.example"), Address.of("second@nic-fr.example")), Human.phone(4)));
        Guest observer = guest("olga", Guest.Role.OBSERVER);
        Guest poster = guest("mia", Guest.Role.POSTER);
        ListForMembers invariant = new ListForMembers();
        after(invariant, NEWS, joining(reader, away, tooSoon, two).and(new Change.GuestSaved(observer), new Change.GuestSaved(poster)));

        assertThat(after(invariant, NEWS, letters(toAll("a", post(1, poster.address(), Tlp.AMBER), first(reader), first(two), observer.address())))).isEmpty();
        for (Address nobody : List.of(STRANGER, ADMIN, poster.address(), first(away), first(tooSoon), Address.of("second@nic-fr.example"))) {
            assertThat(after(invariant, NEWS, letters(toAll("b", post(2, first(reader), Tlp.AMBER), nobody)))).as("to " + nobody).isPresent();
            assertThat(after(invariant, NEWS, letters(toAll("c", digest(Tlp.AMBER, 2), nobody)))).as("a digest to " + nobody).isPresent();
        }
        assertThat(after(invariant, NEWS, letters(toAll("d", post(3, first(reader), Tlp.AMBER), first(reader), first(reader))))).as("twice").isPresent();
        assertThat(after(invariant, NEWS, letters(toAll("e", post(4, STRANGER, Tlp.AMBER), first(reader))))).as("a stranger's").isPresent();
        assertThat(after(invariant, NEWS, letters(letter("f", post(5, first(reader), Tlp.AMBER), STRANGER, Optional.empty())))).as("named in To").isPresent();
    }

    @Test
    void what_is_red_goes_out_neither_at_once_nor_later() {
        RedForNobody invariant = new RedForNobody();
        Address reader = first(reader(NL, 1));
        Mail mail = pen.post(reader, Language.EN, Sureness.AUTHENTICATED, NOW);
        Request red = new Request.Post(Request.Post.Kind.TEXT, Optional.of(Tlp.RED), Set.of(), List.of(), Set.of(), "sign");
        assertThat(after(invariant, new Event.Arrived(mail, red, Facts.NONE), Decision.EMPTY)).isEmpty();
        assertThat(after(invariant, NEWS, letters(toAll("a", post(99, reader, Tlp.AMBER), reader)))).isEmpty();

        assertThat(after(invariant, NEWS, letters(toAll("b", post(mail.inbox(), reader, Tlp.AMBER), reader)))).as("under another colour").isPresent();
        assertThat(after(invariant, NEWS, letters(toAll("c", post(98, reader, Tlp.RED), reader)))).isPresent();
        assertThat(after(invariant, NEWS, letters(toAll("d", digest(Tlp.AMBER, 99, mail.inbox()), reader)))).isPresent();
        assertThat(after(invariant, NEWS, letters(toAll("e", digest(Tlp.RED, 97), reader)))).isPresent();
    }

    @Test
    void a_reader_of_digests_gets_each_post_neither_twice_nor_never() {
        Member digests = reader(NL, 1).with(Options.USUAL.digest(true));
        Member posts = reader(FR, 2);
        Event evening = new Event.Due(Event.Duty.DIGEST, "today");
        DigestOnce invariant = new DigestOnce();
        after(invariant, NEWS, joining(digests, posts));
        assertThat(after(invariant, NEWS, changes(posted(1, first(posts))).and(toAll("a", post(1, first(posts), Tlp.AMBER), first(posts))))).isEmpty();
        assertThat(after(invariant, evening, letters(toAll("b", digest(Tlp.AMBER, 1), first(digests))))).isEmpty();

        assertThat(after(invariant, evening, letters(toAll("c", digest(Tlp.AMBER, 1), first(digests))))).as("the next evening again").isPresent();
        assertThat(after(invariant, NEWS, changes(posted(2, first(posts))).and(toAll("d", post(2, first(posts), Tlp.AMBER), first(posts), first(digests))))).isEmpty();
        assertThat(after(invariant, evening, letters(toAll("e", digest(Tlp.AMBER, 2), first(digests))))).as("as a mail and in the digest").isPresent();
        after(invariant, NEWS, changes(posted(3, first(posts))).and(toAll("f", post(3, first(posts), Tlp.AMBER), first(posts))));
        assertThat(after(invariant, evening, Decision.EMPTY)).as("never").isPresent();
        after(invariant, NEWS, changes(posted(4, first(posts)), new Change.MemberGone(digests.id())));
        assertThat(after(invariant, evening, Decision.EMPTY)).as("he has left").isEmpty();
        after(invariant, NEWS, joining(digests));
        after(invariant, NEWS, changes(posted(5, first(posts))).and(toAll("g", post(5, first(posts), Tlp.AMBER), first(posts))));
        after(invariant, NEWS, changes(new Change.PostGone(5)));
        assertThat(after(invariant, evening, Decision.EMPTY)).as("its author was forgotten (L45)").isEmpty();
    }

    @Test
    void the_eleventh_invitation_of_a_week_is_one_too_many_whatever_the_clock_does() {
        TenAWeek invariant = new TenAWeek();
        List<Tld> some = registry.rules().ccTlds().keySet().stream().sorted().limit(30).toList();
        for (int i = 0; i < 10; i++) assertThat(after(invariant, NOW.plus(Duration.ofHours(i)), NEWS, changes(new Change.CaseSaved(invitation(i + 1, some.get(i), new Stage.Written(NOW)))))).isEmpty();

        assertThat(after(invariant, NOW.plus(Duration.ofDays(1)), NEWS, changes(new Change.CaseSaved(invitation(1, some.get(0), new Stage.Asked(NOW, 0)))))).as("one of the ten").isEmpty();
        assertThat(after(invariant, NOW.plus(Duration.ofDays(7)), NEWS, changes(new Change.CaseSaved(invitation(12, some.get(12), new Stage.Written(NOW)))))).as("the next week").isEmpty();
        assertThat(after(invariant, NOW.plus(Duration.ofDays(6)), NEWS, changes(new Change.CaseSaved(invitation(11, some.get(11), new Stage.Written(NOW)))))).as("the clock went back").isPresent();
    }

    // ---- leaving

    @Test
    void who_has_left_gets_no_mail_until_he_comes_back() {
        Member leaves = reader(NL, 1);
        Address his = first(leaves);
        GoneForGood invariant = new GoneForGood((_, _) -> false);
        after(invariant, NEWS, joining(leaves, reader(NL, 2)));
        Case departure = new Case(5, Optional.of(NL), new Matter.Departure(leaves.id()), new Stage.Ended(Stage.Outcome.ANSWERED, NOW, Optional.empty()), his, Language.EN, NOW, List.of(), false);
        Decision goodbye = changes(new Change.CaseSaved(departure), new Change.MemberGone(leaves.id())).and(letter("a", new ChangeContent.Goodbye(leaves.person(), List.of(NL), List.of()), his, Optional.empty()));
        assertThat(after(invariant, mail(his, Sureness.AUTHENTICATED, new Request.Unclear("")), goodbye)).as("the goodbye itself").isEmpty();

        assertThat(after(invariant, NEWS, letters(letter("b", new Content.Help(3), first(reader(NL, 2)), Optional.empty())))).as("somebody else").isEmpty();
        assertThat(after(invariant, NEWS, letters(letter("c", new Content.Help(3), his, Optional.empty())))).isPresent();
        assertThat(after(invariant, NEWS, letters(toAll("d", digest(Tlp.AMBER, 1), his)))).isPresent();
        assertThat(after(invariant, mail(his, Sureness.UNAUTHENTICATED, new Request.Unclear("")), letters(letter("e", new Content.Help(3), his, Optional.empty())))).as("an answer").isEmpty();
    }

    @Test
    void who_was_forgotten_gets_no_mail_but_what_comes_of_his_own_request() {
        Member leaves = reader(NL, 1);
        Address his = first(leaves);
        Matter wish = new Matter.Admission(Matter.Origin.APPLICATION, List.of(), List.of(new Matter.Applicant(his, true, Language.EN)));
        GoneForGood invariant = new GoneForGood((_, _) -> false);
        after(invariant, NEWS, joining(leaves).and(new Change.CaseSaved(invitation(7, FR, new Stage.Asked(NOW, 0)).about(wish))));
        after(invariant, mail(his, Sureness.AUTHENTICATED, new Request.Unclear("")), changes(new Change.MemberGone(leaves.id()), new Change.Forgotten(List.of(his))));

        Letter outcome = new Letter("a", new Content.ApplicationDenied(FR, 30), Language.EN, List.of(his), List.of(), Optional.empty(), false, Optional.empty(), 7, Letter.Envelope.VERP, false, false, NOW.plusSeconds(9));
        assertThat(after(invariant, NEWS, letters(outcome))).isEmpty();
        assertThat(after(invariant, NEWS, letters(letter("b", new Content.Help(3), his, Optional.empty())))).isPresent();
        assertThat(after(invariant, NEWS, joining(leaves).and(letter("c", new Content.Help(3), his, Optional.empty())))).as("named anew").isEmpty();
    }
}
