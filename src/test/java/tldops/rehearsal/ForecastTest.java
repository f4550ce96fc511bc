package tldops.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.rehearsal.Sample.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tldops.core.Address;
import tldops.core.BulletinContent;
import tldops.core.Calendar;
import tldops.core.Case;
import tldops.core.Change;
import tldops.core.Content;
import tldops.core.Guest;
import tldops.core.Kept;
import tldops.core.Language;
import tldops.core.Matter;
import tldops.core.Member;
import tldops.core.OptionContent;
import tldops.core.Options;
import tldops.core.Post;
import tldops.core.PostContent;
import tldops.core.Prospect;
import tldops.core.Registry;
import tldops.core.Rules;
import tldops.core.Stage;
import tldops.core.Tld;
import tldops.core.Tlp;
import tldops.core.WorkingDays;

/// What will leave if nobody answers, and when (N31).
class ForecastTest {
    private static final Rules RULES = rules();
    private static final Instant MONDAY = Instant.parse("2027-01-25T09:00:00Z");

    private final Registry registry = new Registry(RULES);

    private List<Forecast.Leaving> forecast(Duration span) {
        return Forecast.of(registry.copy(), NOW, span, duties()).stream().filter(leaving -> !(leaving.letter().content() instanceof Content.Report)).toList();
    }

    private static Instant due(int days) {
        Calendar country = RULES.ccTld(NL).calendar();
        return WorkingDays.due(NOW.minusSeconds(3600), days, country, RULES.listCalendar());
    }

    @Test
    void an_open_invitation_shows_its_reminder_its_escalation_and_nothing_else() {
        registry.apply(new Change.CaseSaved(invitation(1, NL, new Stage.Asked(NOW.minusSeconds(3600), 0))));
        Prospect prospect = Prospect.of(registry, registry.caseNumber(1).orElseThrow()).orElseThrow();

        List<Forecast.Leaving> month = forecast(Duration.ofDays(30));

        assertThat(month).extracting(Forecast.Leaving::at).containsExactly(due(RULES.times().reminderDays()), due(RULES.times().failureDays()));
        assertThat(month.getFirst().at()).isEqualTo(prospect.at());
        assertThat(month.getFirst().letter().content()).isInstanceOf(Content.InvitationReminder.class);
        assertThat(month.getFirst().recipients()).containsExactly(ADMIN);
        assertThat(month.getFirst().matter()).hasValueSatisfying(matter -> assertThat(matter.tld()).contains(NL));
        assertThat(month.getLast().letter().content()).isInstanceOf(Content.Escalation.class);
        assertThat(month.getLast().recipients()).isEqualTo(RULES.secretariat().stream().sorted().toList());
    }

    @Test
    void the_relay_takes_at_once_what_is_only_written() {
        registry.apply(new Change.CaseSaved(invitation(1, NL, new Stage.Written(NOW.minusSeconds(60)))));

        Instant reminder = WorkingDays.due(NOW, RULES.times().reminderDays(), RULES.ccTld(NL).calendar(), RULES.listCalendar());
        assertThat(forecast(Duration.ofDays(14)).getFirst().at()).isEqualTo(reminder);
    }

    @Test
    void what_lies_beyond_its_time_is_not_told() {
        registry.apply(new Change.CaseSaved(invitation(1, NL, new Stage.Asked(NOW.minusSeconds(3600), 0))));

        assertThat(forecast(Duration.ofHours(12))).isEmpty();
        assertThat(forecast(Duration.ofDays(8))).hasSize(1);
    }

    @Test
    void an_address_that_has_never_answered_is_told_to_its_admin_contact() {
        Member silent = member(NL, 1, Optional.empty(), NOW);
        registry.apply(new Change.CaseSaved(invitation(1, NL, new Stage.Ended(Stage.Outcome.ADMITTED, NOW, Optional.empty()))));
        registry.apply(new Change.MemberSaved(silent));

        List<Forecast.Leaving> month = forecast(Duration.ofDays(30));

        assertThat(month).singleElement().satisfies(leaving -> {
            assertThat(leaving.letter().content()).isInstanceOf(Content.AddressUnproved.class);
            assertThat(leaving.at()).isEqualTo(WorkingDays.due(NOW, RULES.times().proofDays(), RULES.ccTld(NL).calendar(), RULES.listCalendar()));
        });
    }

    @Test
    void the_secretariats_report_comes_each_week() {
        assertThat(Forecast.of(registry.copy(), NOW, Duration.ofDays(28), duties())).hasSize(4).allMatch(leaving -> leaving.letter().content() instanceof Content.Report)
                .extracting(Forecast.Leaving::at).startsWith(Instant.parse("2027-01-25T09:00:00Z"));
    }

    @Test
    void the_registry_it_was_copied_from_does_not_move() {
        registry.apply(new Change.CaseSaved(invitation(1, NL, new Stage.Asked(NOW.minusSeconds(3600), 0))));

        forecast(Duration.ofDays(60));

        assertThat(registry.caseNumber(1).orElseThrow().stage()).isEqualTo(new Stage.Asked(NOW.minusSeconds(3600), 0));
        assertThat(registry.cases()).hasSize(1);
        assertThat(registry.lastDone(tldops.core.Event.Duty.DEADLINES)).isEmpty();
    }

    private List<Forecast.Leaving> of(Class<? extends Content> kind, Duration span) {
        return forecast(span).stream().filter(leaving -> kind.isInstance(leaving.letter().content())).toList();
    }

    private void isHere(Member member) {
        registry.apply(new Change.MemberSaved(member));
    }

    private static Member away(Member member, LocalDate until) {
        return member.with(member.options().away(Optional.of(new Options.Away(until, 0))));
    }

    @Test
    void who_joined_is_announced_to_those_who_read_the_roster_by_then() {
        Member fresh = new Member(FR, 2, reader(FR, 2).person(), Language.EN, NOW, Optional.of(NOW), "", false, MONDAY.plusSeconds(1), Optional.empty(), 1);
        isHere(reader(NL, 1));
        isHere(fresh);

        List<Forecast.Leaving> weeks = of(BulletinContent.NewSubscribers.class, Duration.ofDays(28));

        assertThat(weeks).singleElement().satisfies(leaving -> {
            assertThat(leaving.at()).isEqualTo(MONDAY);
            assertThat(leaving.letter().subscribers()).as("what is new can be undone for a day, and until then nothing private goes there (P6)").containsExactly(reader(NL, 1).person().address());
        });
    }

    @Test
    void the_reminder_goes_to_each_reader_and_to_who_is_away_when_he_is_back() {
        isHere(reader(NL, 1));
        isHere(away(reader(FR, 2), LocalDate.parse("2027-01-27")));

        List<Forecast.Leaving> editions = of(BulletinContent.MembershipsReminder.class, Duration.ofDays(15));

        assertThat(editions).extracting(Forecast.Leaving::at).containsExactly(MONDAY, MONDAY.plus(Duration.ofDays(7)), MONDAY.plus(Duration.ofDays(7)));
        assertThat(editions.getFirst().letter().subscribers()).containsExactly(reader(NL, 1).person().address());
    }

    @Test
    void posts_that_wait_for_the_digest_leave_with_it() {
        Member reads = reader(NL, 1);
        isHere(reads.with(reads.options().digest(true)));
        isHere(reader(FR, 2));
        registry.apply(new Change.PostSaved(new Post(7, "letter", reader(FR, 2).person().address(), NOW.minusSeconds(60), "1@nic-fr.example", "Key roll", Tlp.AMBER, 1, false, List.of(), Optional.empty(), 0)));

        assertThat(of(PostContent.DailyDigest.class, Duration.ofDays(20))).singleElement().satisfies(leaving -> {
            assertThat(leaving.at()).isEqualTo(MONDAY);
            assertThat(leaving.letter().subscribers()).containsExactly(reads.person().address());
        });
    }

    @Test
    void the_author_of_a_post_hears_who_could_not_be_reached() {
        Member author = reader(FR, 2);
        isHere(author);
        isHere(reader(NL, 1));
        List<Post.Unreached> missing = List.of(new Post.Unreached(reader(NL, 1).person().address(), false));
        registry.apply(new Change.PostSaved(new Post(7, "letter", author.person().address(), NOW.minusSeconds(60), "1@nic-fr.example", "Key roll", Tlp.AMBER, 1, true, missing, Optional.empty(), 0)));

        assertThat(of(PostContent.NotReached.class, Duration.ofDays(2))).singleElement().satisfies(leaving -> {
            assertThat(leaving.at()).isEqualTo(NOW.minusSeconds(60).plus(RULES.posting().reportAfter()).plusSeconds(60));
            assertThat(leaving.recipients()).containsExactly(author.person().address());
        });
    }

    @Test
    void the_batches_of_the_next_weeks_are_shown_ten_a_week_whoever_will_be_the_admin_contact() {
        registry.apply(new Change.KeptSaved(new Kept.Campaign(true, Set.of(), List.of(new Kept.Batch("test 1", NOW.minus(Duration.ofDays(90)), RULES.batches().test1()), new Kept.Batch("test 2", NOW.minus(Duration.ofDays(60)), RULES.batches().test2())))));

        List<Forecast.Leaving> invited = of(Content.Invitation.class, Duration.ofDays(15));

        assertThat(invited).hasSize(20);
        assertThat(invited).extracting(Forecast.Leaving::at).containsOnly(MONDAY, MONDAY.plus(Duration.ofDays(7)));
        assertThat(invited.getFirst().recipients()).containsExactly(Forecast.admin(Tld.of("ac")));
        assertThat(registry.kept(Kept.Campaign.class).orElseThrow().batches()).as("nothing is changed").hasSize(2);
    }

    @Test
    void an_urgent_call_goes_on_to_the_next_rank() {
        isHere(reader(FR, 9));
        for (int number = 1; number <= 2; number++) isHere(reader(NL, number));
        Member caller = reader(FR, 9);
        Address first = reader(NL, 1).person().address();
        Matter.Call asked = new Matter.Call(reader(NL, 1).id(), first, "letter1", NOW.minusSeconds(60), Matter.Call.Fate.TAKEN);
        Matter.Urgent urgent = new Matter.Urgent(caller.id(), caller.person().address(), List.of("Please call."), List.of(asked), Optional.of(NOW.plusSeconds(840)), List.of());
        registry.apply(new Change.CaseSaved(new Case(1, Optional.of(NL), urgent, new Stage.Asked(NOW.minusSeconds(60), 0), RULES.list().owner(), Language.EN, NOW.minusSeconds(60), List.of(), false)));

        assertThat(of(OptionContent.UrgentCall.class, Duration.ofDays(2))).singleElement().satisfies(leaving -> {
            assertThat(leaving.at()).isEqualTo(NOW.plusSeconds(900));
            assertThat(leaving.recipients()).containsExactly(reader(NL, 2).person().address());
        });
        assertThat(of(OptionContent.UrgentNews.class, Duration.ofDays(2)).getLast().letter().content()).isInstanceOfSatisfying(OptionContent.UrgentNews.class, news -> assertThat(news.news()).isEqualTo(OptionContent.News.NOBODY));
    }

    @Test
    void an_observer_says_goodbye_after_his_last_day() {
        registry.apply(new Change.GuestSaved(new Guest(Address.of("olga@group.example"), "Olga", Guest.Role.OBSERVER, true, Optional.of(LocalDate.parse("2027-01-20")), Language.EN, Options.USUAL, NOW)));

        assertThat(of(BulletinContent.GuestGoodbye.class, Duration.ofDays(5))).singleElement().satisfies(leaving -> assertThat(leaving.at()).isEqualTo(Instant.parse("2027-01-21T00:00:00Z")));
    }
}
