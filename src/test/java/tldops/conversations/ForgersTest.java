package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static tldops.conversations.Probe.ADMIN;
import static tldops.conversations.Probe.FORGER;
import static tldops.conversations.Probe.STATEMENT;
import static tldops.conversations.Probe.person;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tldops.core.Matter;
import tldops.core.Request;
import tldops.core.Stage;

/// What a forger tries with mails in another's name, and that it leads to nothing (P2, MAIL_RULES 21).
class ForgersTest {
    private static final String MALLORY = person(1, "Mallory", "mallory@evil.example", "+31 6 66666666");

    @TempDir
    private Path folder;

    private Probe robot;

    @BeforeEach
    void started() throws IOException {
        robot = Probe.in(folder).administered(ADMIN, ".nl");
    }

    @Test
    void aVerdictAdmitsThePersonWhomItsLetterShowed() {
        var sentBack = robot.unproved("jane@free.example", "", person(1, "Jane", "jane@free.example", "none") + "ccTLD: .nl");
        String form = Probe.token(sentBack, "jane@free.example");
        String verdict = Probe.token(robot.unproved("jane@free.example", form, person(1, "Jane", "jane@free.example", "+31 6 12345678")), ADMIN);

        robot.mail("", "jane@free.example", form, "jane@free.example", ADMIN, MALLORY + STATEMENT);
        robot.proved(ADMIN, verdict, "confirm");

        assertThat(robot.members()).containsExactly("Jane"); // P2
    }

    @Test
    void aForgedFormLeavesNothingInTheDraftOfTheInvited() {
        String token = Probe.token(robot.invite(".nl"), ADMIN);

        robot.forged(ADMIN, "", person(3, "Mallory", "mallory@evil.example", "+31 6 66666666") + person(2, "x", "x@x.example", "none") + STATEMENT);
        robot.proved(ADMIN, token, person(1, "Anna", "anna@registry.example", "+31 6 12345678") + person(2, "Bram", "bram@registry.example", "+31 6 12345679") + STATEMENT);

        assertThat(robot.members()).containsExactly("Anna", "Bram"); // N06
    }

    @Test
    void aDigitForTheCcTldDoesNotAdmitWhomItsLetterDidNotName() {
        robot.administered(ADMIN, ".be");
        String which = Probe.token(robot.forged(ADMIN, "", MALLORY + STATEMENT), ADMIN);

        var asked = robot.proved(ADMIN, which, "0");

        assertThat(robot.members()).isEmpty(); // P2
        assertThat(Probe.text(Probe.to(asked, ADMIN))).as("the effect is shown first").contains("Mallory"); // P2
    }

    @Test
    void aForgedDenyDoesNotTakeTheUndoAway() {
        String verdict = Probe.token(robot.unproved("mallory@evil.example", "", MALLORY + "ccTLD: .nl"), ADMIN);
        String undo = Probe.token(robot.forged(ADMIN, verdict, "confirm"), ADMIN);

        robot.forged(ADMIN, verdict, "deny");
        robot.proved(ADMIN, undo, "undo");

        assertThat(robot.members()).isEmpty(); // P6
        assertThat(robot.outcome(1)).contains(Stage.Outcome.UNDONE); // P7
    }

    @Test
    void whatBothProofsDidIsNotTakenBackByASecretAlone() {
        String form = Probe.token(robot.invite(".nl"), ADMIN);
        String undo = Probe.token(robot.proved(ADMIN, form, person(1, "Anna", "anna@registry.example", "+31 6 12345678") + STATEMENT), ADMIN);

        var refused = robot.forged(ADMIN, undo, "undo");

        assertThat(robot.members()).containsExactly("Anna"); // P7
        assertThat(Probe.text(Probe.to(refused, ADMIN))).contains("a mail system that signs its mails"); // P7
        robot.proved(ADMIN, undo, "undo");
        assertThat(robot.members()).isEmpty(); // P7
    }

    @Test
    void aSecretThatTheForgerWasMailedDoesNotProveTheAdminContact() throws IOException {
        robot = Probe.in(folder, "authority.proof = either").administered(ADMIN, ".nl");
        String token = Probe.token(robot.forged(ADMIN, "", MALLORY + STATEMENT + "ccTLD: .zz"), FORGER);

        robot.forged(ADMIN, token, person(1, "Mallory", "mallory@evil.example", "none") + STATEMENT + "ccTLD: .nl");
        robot.forged(ADMIN, token, MALLORY + STATEMENT + "ccTLD: .nl");

        assertThat(robot.members()).isEmpty(); // MAIL_RULES 13
    }

    @Test
    void oneMailWithoutProofDoesNotReachTheAdminContactsOfManyCcTlds() {
        String[] many = {".nl", ".be", ".fr", ".de", ".at", ".ch", ".it", ".es", ".pt", ".dk", ".se", ".no"};
        for (String tld : many) robot.administered("admin@nic" + tld + ".example", tld);

        var letters = robot.mail("", "j@free.example", "", FORGER, "", person(1, "J", "j@free.example", "+31 6 12345678") + "ccTLD: " + String.join(" ", many));

        assertThat(letters).hasSizeLessThanOrEqualTo(1); // MAIL_RULES 21
    }

    @Test
    void aStrangerHearsTheSameOfAMemberAndOfAnybodyElse() {
        robot.member(".nl", 1, "A", "a@r.example");

        var member = robot.mail("", "a@r.example", "", "one@evil.example", "", person(1, "Z", "a@r.example", "+31 6 12345678") + "ccTLD: .nl");
        var other = robot.mail("", "b@r.example", "", "two@evil.example", "", person(1, "Z", "b@r.example", "+31 6 12345678") + "ccTLD: .nl");

        assertThat(Probe.to(member, "one@evil.example").shown()).isEqualTo(Probe.to(other, "two@evil.example").shown()); // MAIL_RULES 24
    }

    @Test
    void aRepresentativeHearsTheSameOfAMemberAndOfAnybodyElse() {
        robot.member(".nl", 1, "A", "a@r.example");
        List<List<String>> heard = new ArrayList<>();

        for (String who : List.of("a@r.example", "c@r.example")) {
            String spy = who.charAt(0) + "spy@evil.example";
            for (int i = 0; i < 2; i++) {
                var letters = robot.mail("", spy, "", i + spy, ADMIN, person(1, "Z", who, "+31 6 12345678") + STATEMENT + "ccTLD: .nl");
                heard.add(Probe.to(letters, i + spy).shown());
            }
        }

        assertThat(heard.stream().distinct()).hasSize(1); // MAIL_RULES 24
    }

    @Test
    void theAdminContactOfManyIsAskedOnceWhichCcTldIsMeant() {
        robot.administered(ADMIN, ".be");
        List<Posted> letters = new ArrayList<>();

        for (int i = 0; i < 30; i++) letters.addAll(robot.forged(ADMIN, "", person(1, "M", "m" + i + "@evil.example", "+31 6 66666666") + STATEMENT));

        assertThat(Probe.count(letters, ADMIN)).isEqualTo(1); // L20
        assertThat(robot.cases()).hasSize(1); // L20
    }

    @Test
    void aForgedFormLeavesTheInvitationToTheInvited() {
        String token = Probe.token(robot.invite(".nl"), ADMIN);

        robot.forged(ADMIN, "", MALLORY + STATEMENT);

        assertThat(robot.matter(1).open()).isTrue(); // MAIL_RULES 21b
        assertThat(robot.matter(1).matter()).isInstanceOf(Matter.Invitation.class); // MAIL_RULES 21b
        robot.proved(ADMIN, token, person(1, "Anna", "anna@registry.example", "+31 6 12345678") + STATEMENT);
        assertThat(robot.members()).containsExactly("Anna"); // P2
    }

    @Test
    void aMemberHearsOnceOfPasswordsThatOthersGuess() {
        robot.member(".nl", 1, "A", "a@r.example");
        List<Posted> letters = new ArrayList<>();

        for (int i = 0; i < 30; i++) letters.addAll(robot.mail("", "a@r.example", "", "x@evil" + i + ".example", "", "who wrong" + i));

        assertThat(Probe.count(letters, "a@r.example")).isLessThanOrEqualTo(1); // MAIL_RULES 21
    }

    @Test
    void whoProvedNothingIsNotAskedAboutTogetherWithWhoDid() {
        robot.proved("k@r.example", "", person(1, "K", "k@r.example", "+31 6 12345600") + "ccTLD: .nl");
        robot.proved("jane@r.example", "", person(1, "Jane", "jane@r.example", "+31 6 12345678") + "ccTLD: .nl");
        robot.unproved("mallory@evil.example", "", MALLORY + "ccTLD: .nl");
        robot.judge(1, Request.Word.CLOSE);

        var asked = robot.at("2027-01-14T11:00:00Z");
        robot.proved(ADMIN, Probe.token(asked, ADMIN), "confirm");

        assertThat(Probe.text(Probe.to(asked, ADMIN))).contains("Jane").doesNotContain("Mallory"); // MAIL_RULES 21b
        assertThat(robot.members()).containsExactly("Jane"); // MAIL_RULES 21b
    }

    @Test
    void anAuthenticatedStrangerHearsTheSameOfAMemberAndOfAnybodyElse() {
        robot.member(".nl", 1, "A", "a@r.example");
        List<List<String>> heard = new ArrayList<>();

        for (String who : List.of("a@r.example", "c@r.example")) {
            String domain = who.charAt(0) + "spy.example";
            String results = "Authentication-Results: %s; dkim=pass header.d=%s; dmarc=pass header.from=%s\r\nReceived: from mail.example by %s with ESMTP; Thu, 14 Jan 2027 10:00:00 +0000\r\n".formatted(StoryConfig.AUTHSERV, domain, domain, StoryConfig.AUTHSERV);
            var letters = robot.mail(results, "spy@" + domain, "", "spy@" + domain, ADMIN, person(1, "Z", who, "+31 6 12345678") + STATEMENT + "ccTLD: .nl");
            heard.add(Probe.to(letters, "spy@" + domain).shown());
        }

        assertThat(heard.stream().distinct()).hasSize(1); // P5, MAIL_RULES 24
    }

    @Test
    void aStrangerHearsTheSameEndOfAMembersCaseAndOfAnybodyElses() {
        robot.member(".nl", 1, "A", "a@r.example");
        List<List<String>> heard = new ArrayList<>();

        for (String who : List.of("a@r.example", "c@r.example")) {
            String spy = who.charAt(0) + "spy@evil.example";
            var asked = robot.mail("", who, "", spy, "", person(1, "Z", who, "+31 6 12345678") + "ccTLD: .nl");
            heard.add(Probe.to(robot.proved(ADMIN, Probe.token(asked, ADMIN), "deny"), spy).shown());
        }

        assertThat(heard.stream().map(lines -> String.join("\n", lines).replaceAll("[ac]spy|case \\d+", "")).distinct()).hasSize(1); // P5, MAIL_RULES 24
    }

    @Test
    void aForgedDelegateIsDeniedWithTheSecretAlone() throws IOException {
        robot = Probe.in(folder, "authority.delegates = on").administered(ADMIN, ".nl");
        var asked = robot.forged(ADMIN, "", "delegate mallory@evil.example .nl");

        robot.unproved(ADMIN, Probe.token(asked, ADMIN), "deny");

        assertThat(robot.outcome(1)).contains(Stage.Outcome.DENIED); // X31
    }

    @Test
    void whoGuessesANameOrANumberHearsTheSameOfAMemberAndOfAnybodyElse() {
        robot.member(".nl", 1, "Anna", "a@r.example");
        List<List<String>> heard = new ArrayList<>();

        for (String who : List.of("a@r.example", "c@r.example")) {
            String spy = who.charAt(0) + "spy@evil.example";
            heard.add(Probe.to(robot.mail("", who, "", "1" + spy, "", person(1, "Anna", "new@evil.example", "+31 6 12345678") + "ccTLD: .nl"), "1" + spy).shown());
            heard.add(Probe.to(robot.mail("", who, "", "2" + spy, "", person(1, "Zoe", "new@evil.example", "+31 6 11111111") + "ccTLD: .nl"), "2" + spy).shown());
        }

        assertThat(heard.stream().distinct()).hasSize(1); // P5, MAIL_RULES 24
    }

    @Test
    void forgedPostsNeitherFloodAMemberNorUseUpHisAnswers() {
        robot.member(".nl", 1, "Anna", "a@r.example");
        List<Posted> letters = new ArrayList<>();

        for (int i = 0; i < 30; i++) letters.addAll(robot.post("a@r.example", "TLP:RED\n\nnumber " + i, false));

        assertThat(Probe.count(letters, "a@r.example")).isBetween(1L, 5L); // L20
        assertThat(Probe.text(Probe.to(robot.proved("a@r.example", "", "who"), "a@r.example"))).contains("Anna"); // L20
    }

    @Test
    void forgedAnswersDoNotKeepAProvedWishBehindAForgedQuestion() {
        robot.forged(ADMIN, "", MALLORY + STATEMENT);
        for (int i = 0; i < 10; i++) robot.forged(ADMIN, "", "confirm");

        robot.proved(ADMIN, "", person(1, "Anna", "anna@registry.example", "+31 6 12345678") + STATEMENT);
        var asked = robot.at("2027-01-15T10:10:00Z");

        assertThat(Probe.text(Probe.to(asked, ADMIN))).contains("Anna"); // MAIL_RULES 21b
    }

    @Test
    void whatProvesNothingDoesNotPassAProvedWishThatWaits() {
        robot.administered(ADMIN, ".be");
        robot.forged(ADMIN, "", MALLORY + STATEMENT + "ccTLD: .be");
        for (int i = 0; i < 10; i++) robot.forged(ADMIN, "", "confirm");
        robot.proved(ADMIN, "", person(1, "Anna", "anna@registry.example", "+31 6 12345678") + STATEMENT + "ccTLD: .nl");

        var forged = robot.forged(ADMIN, "", MALLORY + STATEMENT + "ccTLD: .nl");
        var asked = robot.at("2027-01-15T10:10:00Z");

        assertThat(Probe.count(forged, ADMIN)).isZero(); // MAIL_RULES 21b
        assertThat(Probe.text(Probe.to(asked, ADMIN))).contains("Anna"); // MAIL_RULES 21b
    }
}
