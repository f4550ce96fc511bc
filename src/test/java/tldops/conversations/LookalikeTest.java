package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.conversations.Probe.ADMIN;
import static tldops.conversations.Probe.STATEMENT;
import static tldops.conversations.Probe.person;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Addresses that could be taken for others: the admin contact looks and decides, and who only looks like him is nobody
/// (N34, MAIL_RULES 7, 8, 31).
class LookalikeTest {
    private static final String PHONE = "+31 6 12345678";
    private static final String SECRETARIAT = "secretariat@tld-ops.example";
    private static final String TLD = "ccTLD: .nl\n\n";

    @TempDir
    private Path folder;

    private Probe robot;

    @BeforeEach
    void started() throws IOException {
        robot = Probe.in(folder, "ssc.free-mail = [freemail.example]").administered(ADMIN, ".nl");
    }

    private List<Posted> form(String name, String address) {
        String token = Probe.token(robot.invite(".nl"), ADMIN);
        return robot.proved(ADMIN, token, person(1, name, address, PHONE) + TLD + STATEMENT);
    }

    // ---- what an SSC's address looks like

    @ParameterizedTest
    @ValueSource(strings = {"inge@registry.example", "inge@mail.registry.example", "inge@oarc.example", "inge@team.example", "inge@xn--bcher-kva.example", "inge@notfreemail.example"})
    void rule_8_pass_an_address_like_no_other_is_taken_at_once(String address) {
        form("Inge Visser", address);

        assertThat(robot.members()).containsExactly("Inge Visser");
    }

    @ParameterizedTest
    @CsvSource({
        "inge@xn--regstry-tog.example, looks like registry.example",
        "inge@registry.exarnple, looks like registry.example",
        "inge@reglstry.example, is one letter away from registry.example",
        "inge@regitsry.example, is one letter away from registry.example",
        "inge@registryy.example, is one letter away from registry.example",
        "inge@egistry.example, is one letter away from registry.example",
        "inge@registry.test, has the name of registry.example",
        "inge@registry.example.evil.test, has the name of registry.example",
        "inge@registry-example.test, has the name of registry.example",
        "hostrnaster@registry.example, looks like hostmaster@registry.example",
        "inge@lists.example.evil.test, has the name of lists.example",
        "inge@nlc.nl, is one letter away from nic.nl",
        "inge@xn--pple-43d.test, mixes letters of several alphabets",
        "inge@freemail.example, is a mailbox that anybody can open at freemail.example",
        "inge@mail.freemail.example, is a mailbox that anybody can open at mail.freemail.example"
    })
    void rule_8_attack_both_proofs_bring_no_address_in_that_could_be_taken_for_another(String address, String told) {
        List<Posted> letters = form("Inge Visser", address);

        assertThat(robot.members()).isEmpty(); // N34
        assertThat(Probe.text(Probe.to(letters, ADMIN))).contains(told, address); // N34
        robot.proved(ADMIN, Probe.token(letters, ADMIN), "confirm");
        assertThat(robot.members()).containsExactly("Inge Visser"); // N34
    }

    @Test
    void rule_8_near_miss_a_domain_that_was_confirmed_once_is_no_stranger() {
        robot.member(".nl", 1, "Anna Vermeer", "anna@regitsry.example");

        robot.proved(ADMIN, Probe.token(robot.proved(ADMIN, "", "modify .nl"), ADMIN), person(1, "Anna Vermeer", "anna@regitsry.example", PHONE) + person(2, "Bram", "bram@regitsry.example", "+31 6 99999999") + STATEMENT);

        assertThat(robot.members()).containsExactly("Anna Vermeer", "Bram");
    }

    @Test
    void rule_8_attack_two_of_one_form_who_could_be_taken_for_each_other_are_looked_at() {
        String token = Probe.token(robot.invite(".nl"), ADMIN);

        var letters = robot.proved(ADMIN, token, person(1, "Anna", "anna@oarc-team.example", PHONE) + person(2, "Bram", "bram@oarc-taem.example", "+31 6 99999999") + STATEMENT);

        assertThat(robot.members()).isEmpty();
        assertThat(Probe.text(Probe.to(letters, ADMIN))).contains("is one letter away from oarc-team.example");
    }

    @Test
    void rule_8_attack_where_all_places_are_taken_the_letter_with_the_digits_shows_it_too() {
        for (int rank = 1; rank <= 3; rank++) robot.member(".nl", rank, "Anna " + rank, "anna" + rank + "@registry.example");

        var letters = robot.proved(ADMIN, "", person(1, "Inge Visser", "inge@regitsry.example", PHONE) + TLD + STATEMENT);

        assertThat(Probe.text(Probe.to(letters, ADMIN))).contains("who is to leave", "is one letter away from registry.example"); // X16
    }

    @Test
    void rule_8_attack_an_ssc_s_own_wish_shows_the_admin_contact_what_is_odd() {
        robot.member(".nl", 1, "Anna Vermeer", "anna@registry.example", PHONE);

        var letters = robot.proved("anna@registry.example", "", person(1, "Anna Vermeer", "anna@regitsry.example", PHONE) + TLD);

        assertThat(Probe.text(Probe.to(letters, ADMIN))).contains("is one letter away from registry.example"); // N34
    }

    // ---- what From looks like

    @Test
    void rule_8_pass_the_contact_himself_is_not_taken_for_somebody_who_looks_like_him() {
        var letters = form("Inge Visser", "inge@registry.example");

        assertThat(Probe.count(letters, SECRETARIAT)).as("the copy of the decision alone").isEqualTo(1);
        assertThat(robot.members()).containsExactly("Inge Visser");
    }

    @Test
    void rule_8_near_miss_a_stranger_of_another_look_is_told_how_to_do_it_right() {
        var letters = robot.proved("jane@elsewhere.example", "", person(1, "Mallory", "mallory@evil.example", PHONE) + TLD + STATEMENT);

        assertThat(Probe.count(letters, SECRETARIAT)).isZero();
        assertThat(Probe.count(letters, "jane@elsewhere.example")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hostmaster@xn--regstry-tog.example", "hostrnaster@registry.example", "h\u043estmaster@registry.example", "=?utf-8?Q?h=D0=BEstmaster?=@registry.example", "hostmaster\uff20registry.example",
            "Adam <h\u043estmaster@registry.example>", "hostmaster@registry.example, evil@elsewhere.example", "hostmaster@registry.example\r\nFrom: evil@elsewhere.example", "hostmaster@reg\u0456stry.example"})
    void rule_8_attack_who_looks_like_the_contact_moves_nothing_and_is_told_of_once(String from) {
        var first = robot.mail("", from, "", "forger@elsewhere.example", "", person(1, "Mallory", "mallory@evil.example", PHONE) + TLD + STATEMENT);
        var second = robot.mail("", from, "", "forger@elsewhere.example", "", person(1, "Mallory", "mallory@evil.example", PHONE) + TLD + STATEMENT);

        assertThat(first).singleElement().satisfies(letter -> assertThat(letter.recipients()).containsExactly(SECRETARIAT));
        assertThat(Probe.text(first.getFirst())).contains("hostmaster@registry.example");
        assertThat(second).isEmpty();
        assertThat(robot.members()).isEmpty();
        assertThat(robot.journal()).anySatisfy(line -> assertThat(line).contains("MAIL_RULES 8"));
    }

    // ---- the name beside the address

    @Test
    void rule_7_pass_the_address_counts_whatever_the_name_is() {
        String token = Probe.token(robot.invite(".nl"), ADMIN);

        robot.mail(PROVED, "\"Adam Admin\" <" + ADMIN + ">", token, ADMIN, "", person(1, "Anna", "anna@registry.example", PHONE) + STATEMENT);

        assertThat(robot.members()).containsExactly("Anna");
    }

    @Test
    void rule_7_near_miss_a_name_that_repeats_the_address_is_no_trick() {
        String token = Probe.token(robot.invite(".nl"), ADMIN);

        robot.mail(PROVED, "\"" + ADMIN + "\" <" + ADMIN + ">", token, ADMIN, "", person(1, "Anna", "anna@registry.example", PHONE) + STATEMENT);

        assertThat(robot.members()).containsExactly("Anna");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"hostmaster@registry.example\" <mallory@evil.example>", "=?utf-8?Q?hostmaster=40registry.example?= <mallory@evil.example>", "mallory@evil.example (=?utf-8?B?aG9zdG1hc3RlckByZWdpc3RyeS5leGFtcGxl?=)",
            "\"hostmaster\uff20registry.example\" <mallory@evil.example>", "\"h\u043estmaster@registry.example\" <mallory@evil.example>"})
    void rule_7_attack_the_name_beside_the_address_gives_nothing_and_the_secretariat_hears_of_it(String from) {
        var letters = robot.mail("", from, "", "mallory@evil.example", "", person(1, "Mallory", "mallory@evil.example", PHONE) + person(2, "Mario", "mario@evil.example", "+31 6 99999999") + TLD + STATEMENT);

        assertThat(robot.members()).isEmpty();
        assertThat(Probe.count(letters, ADMIN)).as("nobody writes to the admin contact through us").isZero();
        assertThat(Probe.text(Probe.to(letters, SECRETARIAT))).contains("Really from:  mallory@evil.example");
    }

    // ---- what a person sees who decides by looking

    @Test
    void rule_31_pass_a_domain_in_another_alphabet_is_shown_with_its_a_label() {
        var letters = robot.unproved("inge@xn--bcher-kva.example", "", person(1, "Inge Visser", "inge@b\u00fccher.example", PHONE) + TLD);

        assertThat(Probe.text(Probe.to(letters, ADMIN))).contains("inge@xn--bcher-kva.example (b\u00fccher.example)").doesNotContain("inge@b\u00fccher.example");
    }

    @Test
    void rule_31_near_miss_a_name_whose_words_are_each_of_one_alphabet_is_not_marked() {
        var letters = robot.unproved("anna@oarc.example", "", person(1, "Anna (\u0410\u043d\u043d\u0430) Vermeer", "anna@oarc.example", PHONE) + TLD);

        assertThat(Probe.text(Probe.to(letters, ADMIN))).doesNotContain("alphabets");
    }

    @Test
    void rule_31_attack_a_name_that_mixes_alphabets_is_marked_where_somebody_decides_and_in_who() {
        var letters = robot.unproved("anna@oarc.example", "", person(1, "\u0410nna Vermeer", "anna@oarc.example", PHONE) + TLD);
        robot.member(".nl", 1, "B\u0433am de Wit", "bram@registry.example", "+31 6 99999999");
        var who = robot.proved("bram@registry.example", "", "who");

        assertThat(Probe.text(Probe.to(letters, ADMIN))).contains("\u0410nna Vermeer [mixed alphabets]", "The name mixes letters of several alphabets");
        assertThat(Probe.text(Probe.to(who, "bram@registry.example"))).contains("(B\u0433am de Wit [mixed alphabets], +31 6 99999999, .nl)");
    }

    @Test
    void rule_31_attack_an_address_in_the_place_of_a_name_comes_back_to_be_mended() {
        var letters = robot.unproved("mallory@evil.example", "", person(1, "anna@registry.example", "mallory@evil.example", PHONE) + TLD);

        assertThat(Probe.count(letters, ADMIN)).isZero();
        assertThat(Probe.to(letters, "mallory@evil.example").headers().get("Subject")).contains("please mend one line"); // N06
    }

    private static final String PROVED = "Authentication-Results: " + StoryConfig.AUTHSERV + "; dkim=pass header.d=registry.example; dmarc=pass header.from=registry.example\r\nReceived: from mail.example by " + StoryConfig.AUTHSERV + " with ESMTP; Thu, 14 Jan 2027 10:00:00 +0000\r\n";

    @Test
    void rule_21_near_miss_the_tenth_letter_of_a_day_about_them_says_that_it_is_the_last() {
        List<String> tlds = List.of(".at", ".be", ".br", ".ch", ".de", ".fr", ".jp", ".nl", ".pt", ".se", ".uk");
        List<Posted> told = tlds.stream().map(tld -> robot.administered(ADMIN, tld).proved("hostmaster@xn--regstry-tog.example", "", person(1, "Mallory", "mallory@evil.example", PHONE) + "ccTLD: " + tld))
                .flatMap(List::stream).filter(letter -> letter.recipients().contains(SECRETARIAT)).toList();

        assertThat(told).hasSize(10);
        assertThat(told.subList(0, 9)).noneMatch(letter -> Probe.text(letter).contains("the last such letter"));
        assertThat(Probe.text(told.getLast())).contains("the last such letter for 24 hours");
    }
}
