package tldops.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tldops.store.Sample;

/// RDAP and WHOIS differ (MAIL_RULES 11): who hears of it, how often, and what goes on when they agree.
class DisputesTest {
    private static final Instant NOW = Sample.NOW;
    private static final Authority.Evidence EVIDENCE = new Authority.Evidence("https://rdap.test/domain/nl", NOW, "ab", "raw");
    private static final Authority DISPUTED = new Authority.Disputed("names kim@registry.example", "names eve@evil.example", EVIDENCE);
    private static final Tld NL = Tld.of("nl");

    private final Registry registry = new Registry(Sample.rules(Set.of(Address.of("secretariat@tld-ops.example")), NL));

    private static Moment at(Duration later) {
        return new Moment(NOW.plus(later), new byte[32]);
    }

    private Decision differs(Duration later, Tld... tlds) {
        Map<Tld, Authority> facts = new HashMap<>();
        for (Tld tld : tlds) facts.put(tld, DISPUTED);
        Decision decision = Decide.on(registry, new Event.Differs(new Facts(facts)), at(later));
        registry.apply(decision.changes());
        return decision;
    }

    private static List<Tld> told(Decision decision) {
        return decision.letters().stream().map(letter -> (IanaContent.IanaDiffers) letter.content()).flatMap(content -> content.disputes().stream()).map(IanaContent.Dispute::tld).toList();
    }

    @Test
    void rule_11_pass_the_secretariat_hears_what_both_say_once_a_day() {
        Decision first = differs(Duration.ZERO, NL);

        assertThat(first.letters()).singleElement().satisfies(letter -> {
            assertThat(letter.to()).containsExactlyElementsOf(registry.rules().secretariat().stream().sorted().toList());
            assertThat(letter.content()).isEqualTo(new IanaContent.IanaDiffers(List.of(new IanaContent.Dispute(NL, "names kim@registry.example", "names eve@evil.example"))));
        });
        assertThat(first.journal()).singleElement().satisfies(line -> assertThat(line.evidence()).isEqualTo("ab"));
        assertThat(told(differs(Duration.ofHours(23), NL))).isEmpty();
        assertThat(told(differs(Duration.ofHours(25), NL))).containsExactly(NL);
    }

    @Test
    void rule_11_near_miss_another_ccTld_is_told_on_the_same_day_and_several_in_one_letter() {
        Tld be = Tld.of("be");
        Tld fr = Tld.of("fr");
        differs(Duration.ZERO, NL);

        Decision more = differs(Duration.ofMinutes(1), NL, be, fr);

        assertThat(more.letters()).hasSize(1);
        assertThat(told(more)).containsExactly(be, fr);
    }

    @Test
    void rule_11_attack_whoever_bends_every_answer_does_not_fill_the_mailbox() {
        int letters = 0;
        for (char letter = 'a'; letter <= 'z'; letter++) {
            Decision one = differs(Duration.ofMinutes(letter), Tld.of("x" + letter));
            letters += one.letters().size();
            assertThat(one.journal()).as("the journal has all").hasSize(1);
        }

        assertThat(letters).isEqualTo(10);
    }

    @Test
    void rule_11_attack_no_word_of_either_contact_counts_meanwhile() {
        Person anna = new Person("Anna", List.of(Address.of("anna@registry.example")), new Phone("+31 6 12345678", "+31612345678", true, "NL"));
        registry.apply(new Change.MemberSaved(new Member(NL, 1, anna, Language.EN, NOW, Optional.of(NOW), "", false, NOW, Optional.empty(), 1)));
        Authority agreed = new Authority.Known(Address.of("kim@registry.example"), "", "", Optional.empty(), EVIDENCE);

        assertThat(removing("kim@registry.example", agreed)).as("he is asked, when IANA names him").anyMatch(Change.CaseSaved.class::isInstance);
        for (String sender : List.of("kim@registry.example", "eve@evil.example"))
            assertThat(removing(sender, DISPUTED)).noneMatch(change -> change instanceof Change.MemberGone || change instanceof Change.CaseSaved);
    }

    private List<Change> removing(String sender, Authority authority) {
        Mail mail = new Mail(1, NOW, new Envelope("smtp", true, Optional.of(Address.of(sender)), List.of(registry.rules().list().request()), ""), "1@x.example", Optional.of(Address.of(sender)), List.of(registry.rules().list().request()), "remove",
                new Authentication(Authentication.Sureness.AUTHENTICATED, "dmarc=pass"), Optional.empty(), List.of(), false, Language.EN, "", "");
        Request remove = new Request.Commands(List.of(new Request.Command.Remove(Address.of("anna@registry.example"), List.of(NL))), List.of(), false);
        return Decide.on(registry, new Event.Arrived(mail, remove, new Facts(Map.of(NL, authority))), at(Duration.ZERO)).changes();
    }

    @Test
    void evidence_that_was_not_compared_is_remarked_where_a_decision_rests_on_it() {
        Authority alone = new Authority.Known(Address.of("kim@registry.example"), "", "", Optional.empty(), EVIDENCE.remarked("RDAP alone, without cross-check"));
        Event invite = new Event.Ordered(new Event.Order.Invite(List.of(NL)), "operator", new Facts(Map.of(NL, alone, Tld.of("be"), alone)));

        Decision decision = Decide.on(registry, invite, at(Duration.ZERO));

        assertThat(decision.journal()).filteredOn(line -> line.what().equals("looked up")).extracting(Journal::reason).contains("RDAP alone, without cross-check");
        assertThat(Set.copyOf(decision.journal().stream().map(Journal::what).toList())).contains("invited");
    }
}
