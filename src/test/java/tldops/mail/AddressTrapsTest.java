package tldops.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Address;
import tldops.core.Authentication;
import tldops.trust.AuthenticationResults;

/// The table of address traps of mail libraries, row by row (MAIL_RULES 3, 6, 7): what is not plainly one mailbox is none.
class AddressTrapsTest {
    private static final String NONE = "-";

    @Test
    void onePlainMailboxIsRead() {
        assertThat(from("From: Adam Admin <Adam@NIC.example>")).isEqualTo("Adam@nic.example");
        assertThat(from("From: admin@nic.example")).isEqualTo("admin@nic.example");
        assertThat(from("From: admin@nic.example (Adam Admin)")).isEqualTo("admin@nic.example");
        assertThat(from("From: \"Admin, Adam (NIC)\" <admin@nic.example>")).isEqualTo("admin@nic.example");
        assertThat(from("From: =?utf-8?Q?Ad=C3=A1m?=\n <admin@nic.example>")).isEqualTo("admin@nic.example");
        assertThat(from("From: admin@nic.example <admin@nic.example>")).isEqualTo("admin@nic.example");
    }

    @Test
    void twoFromFieldsAreNone() {
        assertThat(from("From: admin@nic.example\nFrom: evil@else.example")).isEqualTo(NONE);
        assertThat(from("From: admin@nic.example\nfrom : evil@else.example")).isEqualTo(NONE);
        assertThat(from("From: admin@nic.example\nFROM: admin@nic.example")).isEqualTo(NONE);
    }

    @Test
    void twoMailboxesInOneFieldAreNone() {
        assertThat(from("From: admin@nic.example, evil@else.example")).isEqualTo(NONE);
    }

    @Test
    void senderDoesNotStandInForFrom() {
        assertThat(from("Sender: admin@nic.example")).isEqualTo(NONE);
        assertThat(from("From:\nSender: admin@nic.example")).isEqualTo(NONE);
        assertThat(from("Reply-To: admin@nic.example")).isEqualTo(NONE);
    }

    @Test
    void groupIsNone() {
        assertThat(from("From: grp: admin@nic.example, b@nic.example;")).isEqualTo(NONE);
        assertThat(from("From: grp: admin@nic.example;")).isEqualTo(NONE);
        assertThat(from("From: undisclosed-recipients:;")).isEqualTo(NONE);
    }

    @Test
    void sourceRouteIsNone() {
        assertThat(from("From: <@nic.example:evil@else.example>")).isEqualTo(NONE);
    }

    @Test
    void quotedLocalPartIsNone() {
        assertThat(from("From: \"admin@nic.example \" @else.example")).isEqualTo(NONE);
        assertThat(from("From: \"admin@nic.example\"@else.example")).isEqualTo(NONE);
    }

    @Test
    void addressInCommentIsNone() {
        assertThat(from("From: admin@nic.example(<evil@else.example>)")).isEqualTo(NONE);
        assertThat(from("From: evil@else.example (admin@nic.example)")).isEqualTo(NONE);
        assertThat(from("From: evil(admin@nic.example)@else.example")).isEqualTo(NONE);
    }

    @Test
    void secondPairOfBracketsAndTrailingDotAndEmptyAreNone() {
        assertThat(from("From: <admin@nic.example> <evil@else.example>")).isEqualTo(NONE);
        assertThat(from("From: admin@nic.example.")).isEqualTo(NONE);
        assertThat(from("From: <>")).isEqualTo(NONE);
        assertThat(from("From: Adam Admin")).isEqualTo(NONE);
    }

    @Test
    void lettersThatOnlyLookAlikeAreNone() {
        assertThat(from("From: \u0430dmin@nic.example")).isEqualTo(NONE);
        assertThat(from("From: admin\uff20nic.example")).isEqualTo(NONE);
        assertThat(from("From: <admin@n\u0456c.example>")).isNotEqualTo("admin@nic.example");
    }

    @Test
    void controlInTheFieldIsNone() {
        assertThat(from("From: Adam\u0000 <admin@nic.example>")).isEqualTo(NONE);
        assertThat(from("From: Adam\r <admin@nic.example>")).isEqualTo(NONE);
    }

    @Test
    void displayNameIsNoAddress() {
        assertThat(from("From: \"x <admin@nic.example>\" <evil@else.example>")).isEqualTo("evil@else.example");
        assertThat(from("From: admin@nic.example <evil@else.example>")).isEqualTo(NONE);
        assertThat(from("From: =?utf-8?Q?admin=40nic.example?= <evil@else.example>")).isEqualTo("evil@else.example");
    }

    @Test
    void tagsAndDotsAreKept() {
        assertThat(from("From: ad.min+x@nic.example")).isEqualTo("ad.min+x@nic.example");
    }

    @Test
    void copiesAreReadWithGroupsOpenedAndAtMostAHundred() {
        StringBuilder many = new StringBuilder("Cc: x: a@nic.example, b@nic.example;");
        for (int i = 0; i < 300; i++) many.append(", p").append(i).append("@nic.example");

        var visible = Specimen.read("From: admin@nic.example\n" + many + "\n\nconfirm\n").mail().visible();

        assertThat(visible).startsWith(Address.of("a@nic.example"), Address.of("b@nic.example")).hasSize(Mailboxes.MAX);
    }

    /// What a mail library makes of a From, and what we make of it (MAIL_RULES 3): the rows of the table.
    static Stream<Arguments> rule_6_table() {
        return Stream.of(
                Arguments.of("two From lines", "From: admin@nic.example\nFrom: evil@else.example", "admin@nic.example evil@else.example"),
                Arguments.of("none, but Sender", "Sender: admin@nic.example", "admin@nic.example"),
                Arguments.of("a group", "From: grp: admin@nic.example, b@nic.example;", "grp: admin@nic.example, b@nic.example;"),
                Arguments.of("a route", "From: <@nic.example:evil@else.example>", "@nic.example:evil@else.example"),
                Arguments.of("a quoted local part", "From: \"admin@nic.example \"@else.example", "\"admin@nic.example \"@else.example"),
                Arguments.of("an address in a comment", "From: admin@nic.example(<evil@else.example>)", "admin@nic.example"),
                Arguments.of("two pairs of brackets", "From: <admin@nic.example> <evil@else.example>", "refused"),
                Arguments.of("a trailing dot", "From: admin@nic.example.", "refused"),
                Arguments.of("nothing in brackets", "From: <>", "refused"),
                Arguments.of("a Cyrillic letter", "From: \u0430dmin@nic.example", "\u0430dmin@nic.example"),
                Arguments.of("a full-width @", "From: admin\uff20nic.example", "admin\uff20nic.example"),
                Arguments.of("a NUL in the name", "From: Adam\u0000 <admin@nic.example>", "admin@nic.example"),
                Arguments.of("two in one field", "From: admin@nic.example, evil@else.example", "admin@nic.example evil@else.example"),
                Arguments.of("an address made of an encoded word", "From: =?utf-8?Q?admin?=@nic.example", "=?utf-8?Q?admin?=@nic.example"),
                Arguments.of("a line end of Han letters", "From: admin\u760d\u760aRCPT@nic.example", "admin\u760d\u760aRCPT@nic.example"));
    }

    @ParameterizedTest(name = "{0}: theirs {2}, ours none")
    @MethodSource("rule_6_table")
    void rule_6_attack_what_is_not_plainly_one_mailbox_is_none(String trap, String header, String theirs) throws Exception {
        assertThat(theirs(header)).as(trap).isEqualTo(theirs);
        assertThat(from(header)).as(trap).isEqualTo(NONE);
        assertThat(Path.of("src/test/traps-of-libraries.md")).content().contains("| " + trap + " | " + numbered(theirs) + " | nobody");
    }

    /// As U+760D between blanks, for whoever reads the table.
    private static String numbered(String text) {
        return Pattern.compile("[^\\x20-\\x7e]").matcher(text).replaceAll(letter -> " U+%04X ".formatted((int) letter.group().charAt(0))).replace("  ", " ").strip();
    }

    @ParameterizedTest
    @ValueSource(strings = {"From: admin@nic.example", "From: Adam <admin@nic.example>", "From: \"Admin, Adam (NIC)\" <admin@nic.example>", "From: admin@nic.example (Adam)", "From: =?utf-8?Q?Ad=C3=A1m?= <admin@nic.example>"})
    void rule_6_pass_one_plain_mailbox_is_read_as_the_library_reads_it(String header) throws Exception {
        assertThat(from(header)).isEqualTo(theirs(header)).isEqualTo("admin@nic.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"From: \"evil@else.example\" <admin@nic.example>", "From: admin@nic.example\nSender: evil@else.example\nReply-To: evil@else.example"})
    void rule_6_near_miss_what_stands_beside_one_mailbox_does_not_count(String header) {
        assertThat(from(header)).isEqualTo("admin@nic.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"From", "Date", "Subject", "To", "Message-ID", "Cc", "Sender", "Reply-To", "In-Reply-To", "References"})
    void rule_6_attack_a_field_that_may_stand_once_and_stands_twice_leaves_nothing_authenticated(String field) {
        assertThat(judged(field + ": <x@nic.example>\n" + field + ": <x@nic.example>\n").authenticated()).isFalse();
    }

    @Test
    void rule_6_near_miss_a_field_that_may_stand_often_may() {
        assertThat(judged("Comments: a\nComments: b\n").authenticated()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Adam@NIC.example", "adam@nic.EXAMPLE", "ADAM@nic.example"})
    void rule_8_pass_case_makes_no_other_address(String written) {
        assertThat(Address.parse(from("From: " + written))).contains(Address.of("adam@nic.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ad.am@nic.example", "adam+x@nic.example", "adam@mail.nic.example", "adam@xn--nc-nma.example"})
    void rule_8_near_miss_dots_tags_and_hosts_do(String written) {
        assertThat(Address.parse(from("From: " + written)).orElseThrow()).isNotEqualTo(Address.of("adam@nic.example"));
    }

    /// What the library's first reading says, before any rule of ours.
    private static String theirs(String header) throws MessagingException {
        try {
            byte[] raw = (header.replace("\n", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
            Properties utf8 = new Properties();
            utf8.setProperty("mail.mime.allowutf8", "true");
            jakarta.mail.Address[] from = new MimeMessage(Session.getInstance(utf8), new ByteArrayInputStream(raw)).getFrom();
            return from == null ? NONE : Arrays.stream(from).map(one -> ((InternetAddress) one).getAddress()).collect(Collectors.joining(" "));
        } catch (AddressException refused) {
            return "refused";
        }
    }

    private static Authentication judged(String more) {
        String usual = more.startsWith("Date") ? "" : "Date: Fri, 20 Nov 2026 12:00:00 +0000\n";
        Reading reading = Specimen.read("Authentication-Results: mx.example; dkim=pass header.d=nic.example; dmarc=pass header.from=nic.example\nReceived: from x by mx.example; Fri, 20 Nov 2026 12:00:00 +0000\n"
                + (more.startsWith("From") ? "" : "From: admin@nic.example\n") + usual + more + "\nconfirm\n");
        return AuthenticationResults.judge(reading.headers(), reading.mail().from(), new AuthenticationResults.Settings(Set.of("mx.example"), Set.of()), true, Instant.parse("2026-11-20T12:00:00Z"));
    }

    private static String from(String header) {
        Optional<Address> from = Specimen.read(header + "\nTo: tld-ops-request@lists.tld-ops.example\n\nconfirm\n").mail().from();
        return from.map(Address::toString).orElse(NONE);
    }
}
