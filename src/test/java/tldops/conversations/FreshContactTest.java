package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.conversations.Probe.ADMIN;
import static tldops.conversations.Probe.STATEMENT;
import static tldops.conversations.Probe.person;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tldops.core.Address;
import tldops.core.Change;
import tldops.core.Delegate;
import tldops.core.Event;
import tldops.core.Kept;
import tldops.core.Request;
import tldops.core.Tld;

/// Whoever has got himself into IANA's record a moment ago is nobody before a second reading agrees (MAIL_RULES 34).
class FreshContactTest {
    private static final String NEW = "mallory@evil.example";

    @TempDir
    private Path folder;

    private Probe robot;

    @BeforeEach
    void watched() throws IOException {
        robot = Probe.in(folder).administered(ADMIN, ".nl").member(".nl", 1, "Anna", "anna@registry.example").member(".nl", 2, "Bram", "bram@registry.example");
        robot.apply(new Change.KeptSaved(new Kept.Anchors(List.of(new Kept.Sighting(Tld.of("nl"), Address.of(ADMIN), Optional.empty(), Optional.empty())))));
        robot.administered(NEW, ".nl");
    }

    @Test
    void rule_34_attack_whoever_iana_names_for_an_hour_is_shown_nobodys_data() {
        List<Posted> letters = robot.proved(NEW, "", "modify .nl");

        assertThat(letters).noneMatch(letter -> letter.recipients().contains(NEW) && Probe.text(letter).contains("anna@registry.example"));
    }

    @Test
    void rule_34_attack_whoever_iana_names_for_an_hour_removes_nobody_with_both_proofs() {
        List<Posted> letters = robot.proved(NEW, "", "remove .nl anna@registry.example");
        letters.stream().filter(letter -> letter.recipients().contains(NEW)).flatMap(letter -> letter.token().stream()).forEach(token -> robot.proved(NEW, token, "confirm"));

        assertThat(robot.members()).containsExactly("Anna", "Bram");
    }

    @Test
    void rule_34_attack_whoever_iana_names_for_an_hour_brings_nobody_onto_the_list() {
        List<Posted> letters = robot.proved(NEW, "", person(3, "Mallory", "mallory@evil.example", "+31 6 66666666") + STATEMENT + "ccTLD: .nl");
        letters.stream().filter(letter -> letter.recipients().contains(NEW)).flatMap(letter -> letter.token().stream()).forEach(token -> robot.proved(NEW, token, "confirm"));

        assertThat(robot.members()).containsExactly("Anna", "Bram");
    }

    @Test
    void rule_34_attack_nobody_asks_for_him_either() {
        List<Posted> letters = robot.proved("carla@registry.example", "", person(1, "Carla", "carla@registry.example", "+31 6 34567890") + "ccTLD: .nl");

        assertThat(letters).noneMatch(letter -> letter.recipients().contains(NEW));
        assertThat(Probe.count(letters, "secretariat@tld-ops.example")).isEqualTo(1);
    }

    @Test
    void rule_34_near_miss_what_he_has_sent_goes_on_with_him_when_he_counts() {
        robot.proved(NEW, "", person(3, "Mallory", "mallory@evil.example", "+31 6 66666666") + STATEMENT + "ccTLD: .nl");

        robot.at("2027-01-14T16:05:00Z");
        List<Posted> asked = robot.at("2027-01-14T16:10:00Z");
        robot.proved(NEW, Probe.token(asked, NEW), "confirm");

        assertThat(robot.members()).contains("Mallory");
    }

    @Test
    void rule_34_near_miss_the_record_is_as_before_and_the_contact_of_before_is_asked() {
        robot.proved("carla@registry.example", "", person(1, "Carla", "carla@registry.example", "+31 6 34567890") + "ccTLD: .nl");
        robot.administered(ADMIN, ".nl");

        List<Posted> asked = robot.judge(1, Request.Word.RELEASE);
        robot.proved(ADMIN, Probe.token(asked, ADMIN), "confirm");

        assertThat(robot.members()).contains("Carla");
    }

    @Test
    void rule_34_near_miss_a_record_that_is_wrong_for_an_hour_ends_no_delegate_and_tells_nobody_who_he_is() {
        Address deputy = Address.of("deputy@backoffice.example");
        robot.administered(ADMIN, ".nl");
        robot.proved(ADMIN, "", person(3, "Carla", "carla@registry.example", "+31 6 34567890") + STATEMENT + "ccTLD: .nl");
        robot.apply(new Change.DelegateSaved(new Delegate(Tld.of("nl"), deputy, Address.of(ADMIN), LocalDate.parse("2027-12-01"), Optional.of(robot.now()), 1)));
        robot.administered(NEW, ".nl");

        List<Posted> letters = robot.proved(NEW, "", "modify .nl");

        assertThat(robot.delegate(".nl")).isPresent();
        assertThat(letters).noneMatch(letter -> letter.recipients().contains(NEW) && Probe.text(letter).contains(deputy.toString()));
    }

    @Test
    void rule_34_attack_who_leaves_meanwhile_is_told_to_the_contact_that_counts() {
        List<Posted> letters = robot.proved("anna@registry.example", "", "unsubscribe .nl");

        assertThat(Probe.count(letters, NEW)).isZero();
        assertThat(Probe.count(letters, ADMIN)).isEqualTo(1);
    }

    // ---- the technical contact, where it is heard (X03)

    private Probe hearing(String technical) throws IOException {
        Probe other = Probe.in(folder, "authority.roles = [admin, tech]").technical(technical, ".nl").member(".nl", 1, "Anna", "anna@registry.example");
        other.due("2027-01-14T10:00:00Z", Event.Duty.WATCH);
        return other;
    }

    @Test
    void rule_34_attack_a_technical_contact_named_for_an_hour_is_shown_nobodys_data() throws IOException {
        Probe hearing = hearing("noc@registry.example");
        hearing.technical(NEW, ".nl");

        assertThat(hearing.proved(NEW, "", "modify .nl")).noneMatch(letter -> Probe.text(letter).contains("anna@registry.example"));
    }

    @Test
    void rule_34_pass_the_technical_contact_of_two_readings_gets_the_form() throws IOException {
        Probe hearing = hearing("noc@registry.example");

        assertThat(hearing.proved("noc@registry.example", "", "modify .nl")).anyMatch(letter -> letter.recipients().contains("noc@registry.example") && Probe.text(letter).contains("anna@registry.example"));
    }

    @Test
    void rule_34_near_miss_another_technical_contact_is_heard_when_a_second_reading_names_it() throws IOException {
        Probe hearing = hearing("noc@registry.example").technical(NEW, ".nl");
        hearing.due("2027-01-15T01:15:00Z", Event.Duty.WATCH);
        assertThat(hearing.proved(NEW, "", "modify .nl")).noneMatch(letter -> Probe.text(letter).contains("anna@registry.example"));

        hearing.due("2027-01-16T01:15:00Z", Event.Duty.WATCH);

        assertThat(hearing.proved(NEW, "", "modify .nl")).anyMatch(letter -> Probe.text(letter).contains("anna@registry.example"));
    }

    @Test
    void rule_34_attack_a_technical_contact_named_now_and_again_is_heard_never() throws IOException {
        Probe hearing = hearing("noc@registry.example").technical(NEW, ".nl");
        hearing.due("2027-01-15T01:15:00Z", Event.Duty.WATCH);
        hearing.technical("noc@registry.example", ".nl").due("2027-01-16T01:15:00Z", Event.Duty.WATCH);
        hearing.technical(NEW, ".nl");

        assertThat(hearing.proved(NEW, "", "modify .nl")).noneMatch(letter -> Probe.text(letter).contains("anna@registry.example"));
    }
}
