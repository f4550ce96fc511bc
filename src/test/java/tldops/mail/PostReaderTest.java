package tldops.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Address;
import tldops.core.Envelope;
import tldops.core.Request;
import tldops.core.Request.Post.Kind;
import tldops.core.Tld;
import tldops.core.Tlp;
import tldops.core.Token;

class PostReaderTest {
    private static Request read(String header, String body, String... recipients) {
        String mail = "From: anna@registry.example\nMessage-ID: <1@registry.example>\n" + header + "\n\n" + body;
        List<Address> to = recipients.length == 0 ? List.of(Address.of("tld-ops@lists.tld-ops.example")) : List.of(recipients).stream().map(Address::of).toList();
        Envelope envelope = new Envelope("smtp", true, Optional.of(Address.of("anna@registry.example")), to, "");
        return MailReader.read(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), envelope, 1, Instant.EPOCH, Specimen.OWN, Set.of()).request();
    }

    private static Request.Post post(String subject, String body) {
        return (Request.Post) read("Subject: " + subject + "\nContent-Type: text/plain; charset=utf-8", body);
    }

    @Test
    void the_list_itself_under_any_alias_and_without_a_tag_is_where_posts_go() {
        assertThat(read("Subject: x", "hello all", "TLD-OPS@tld-ops.example")).isInstanceOf(Request.Post.class); // X04
        assertThat(read("Subject: x", "help", "tld-ops-request@lists.tld-ops.example")).isInstanceOf(Request.Commands.class);
        assertThat(read("Subject: x", "help", "tld-ops@lists.tld-ops.example", "tld-ops-request@lists.tld-ops.example")).isInstanceOf(Request.Commands.class);
        assertThat(read("Subject: x", "hello all", "tld-ops@lists.tld-ops.example", "tld-ops-request@lists.tld-ops.example")).isInstanceOf(Request.Post.class);
    }

    @Test
    void machines_and_reports_are_recognised_before() {
        assertThat(read("Subject: x\nAuto-Submitted: auto-generated", "hello")).isInstanceOf(Request.Automatic.class);
        assertThat(read("Subject: x\nList-Id: <a.b.test>", "hello")).isInstanceOf(Request.Automatic.class);
        assertThat(read("Subject: x\nX-TLD-OPS-Robot: 2", "hello")).isInstanceOf(Request.Automatic.class); // L04
        assertThat(read("Subject: x\n" + "Received: by a; x\n".repeat(60).strip(), "hello")).isInstanceOf(Request.Automatic.class); // L04
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "unsubscribe", "Please unsubscribe me.", "UNSUBSCRIBE\n\nJan Jansen\nRegistry Example", "Hi,\nplease remove me from this mailing list.\nThanks\nJan", "remove my address jan@registry.example from the list",
        "Please take me off this list", "Bonjour,\n\nveuillez me désabonner.\n\nMerci", "Désinscription", "Je souhaite me désinscrire de la liste", "I want to unsubscribe", "stop sending me emails, unsubscribe me please", "退订"
    })
    void who_says_nothing_but_that_he_wants_to_leave_is_understood(String text) {
        assertThat(post("Re: [tld-ops] news", text).kind()).isEqualTo(Kind.LEAVING); // L48
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "How do I unsubscribe a customer from our portal?", "Unsubscribe mails from a botnet reach us since noon.", "Please remove the delegation of .xx, it is under attack.", "Remove me from the shared file, please, and send the log of 192.0.2.1.",
        "We had to unsubscribe 400 registrars; see below.\nThe portal is offline.", "Hello from Stockholm"
    })
    void whoever_says_more_is_not_taken_for_it(String text) {
        assertThat(post("unsubscribe", text).kind()).isEqualTo(Kind.TEXT);
    }

    @Test
    void an_empty_mail_means_its_subject() {
        assertThat(post("unsubscribe", "").kind()).isEqualTo(Kind.LEAVING); // L48
        assertThat(post("", "").kind()).isEqualTo(Kind.TEXT);
    }

    @Test
    void nothing_but_commands_is_no_post_and_the_password_in_it_is_known_as_one() {
        Request.Post who = post("x", "who s3cret-w0rd\nhelp");

        assertThat(who.kind()).isEqualTo(Kind.COMMANDS);
        assertThat(who.commands()).contains(new Request.Command.Who(Optional.of("s3cret-w0rd"), List.of()));
        assertThat(post("x", "who s3cret-w0rd\nand what is this?").kind()).isEqualTo(Kind.TEXT);
    }

    @Test
    void a_subject_that_is_a_command_above_nothing_is_one() {
        assertThat(post("help", "").kind()).isEqualTo(Kind.COMMANDS);
        assertThat(post("who s3cret-w0rd", "\n").commands()).containsExactly(new Request.Command.Who(Optional.of("s3cret-w0rd"), List.of()));
        assertThat(post("help", "We see an outage since noon.").kind()).isEqualTo(Kind.TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"who s3cret-w0rd\nRegards\nJohn", "Hi\n\n> who s3cret-w0rd\n", "Hi\n-- \nJohn\nwho s3cret-w0rd"})
    void the_password_in_a_post_is_known_wherever_it_stands(String text) {
        assertThat(post("x", text).commands()).contains(new Request.Command.Who(Optional.of("s3cret-w0rd"), List.of())); // X07
        assertThat(post("who s3cret-w0rd", "Regards\nJohn").commands()).contains(new Request.Command.Who(Optional.of("s3cret-w0rd"), List.of()));
    }

    private static final String TOKEN = "7k2m9qxd4t8wv3n5p6r0sb1czy";

    @ParameterizedTest
    @ValueSource(strings = {
        "Content-Type: message/rfc822\n\nReply-To: tld-ops-request+%s@tld-ops.example\n\nhello", "Content-Type: message/rfc822\n\nSubject: x\n\nReference: %s\n", "Content-Type: text/html\n\n<a href=\"mailto:tld-ops-request+%s@lists.tld-ops.example\">x</a>",
        "Content-Type: text/plain; name=a.txt\n\n> Reply-To: tld-ops-request+%s@lists.tld-ops.example"
    })
    void the_secrets_in_what_a_post_passes_on_are_seen(String attached) {
        assertThat(multipart("Content-Type: text/plain\n\nFYI", attached.formatted(TOKEN)).secrets()).containsExactly(new Token(TOKEN)); // L29
    }

    @Test
    void the_password_and_the_secrets_are_taken_out_of_what_is_shown() {
        byte[] raw = ("From: anna@registry.example\r\nSubject: x\r\n\r\nwho s3cret-w0rd\r\nReply-To: tld-ops-request+" + TOKEN + "@x.example\r\nRegards\r\n").getBytes(StandardCharsets.UTF_8);
        Envelope envelope = new Envelope("smtp", true, Optional.of(Address.of("anna@registry.example")), List.of(Address.of("tld-ops@lists.tld-ops.example")), "");
        Reading reading = MailReader.read(raw, envelope, 1, Instant.EPOCH, Specimen.OWN, Set.of());

        assertThat(new String(Masking.masked(raw, reading), StandardCharsets.UTF_8)).contains("who ***").doesNotContain("s3cret-w0rd", TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Dear all,\n\nI’m the SSC of .nl and I would like to get the contact\ninformation of the person responsible for .fr's security and\nstability.\n\nThanks!\n\nAnna\n\nSecurity and Stability Contact of .nl",
        "Who is the contact for .fr, please?", "Could somebody give me the phone number of .fr?", "Bonjour,\nje cherche les coordonnées du responsable de .fr.\nMerci"
    })
    void a_contact_request_names_the_ccTlds(String text) {
        assertThat(post("Contact Request", text).mentioned()).contains(Tld.of("fr")); // N14
        assertThat(post("Contact Request", text).kind()).isEqualTo(Kind.CONTACT_REQUEST); // N14
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "We see an attack from .fr, who is the contact please?", "Please contact me about .fr at once: 192.0.2.7 is scanning us.", "We need the contact of .fr: https://portal.example/ shows a phishing page.", "The contact of .fr has changed.",
        "I need a contact.", "Who is the contact for the registry.fr portal, please?", "TLP:AMBER\nWho is the contact for .fr, please?"
    })
    void what_may_be_news_goes_to_all(String text) {
        assertThat(post("x", text).kind()).isEqualTo(Kind.TEXT);
    }

    @Test
    void news_in_the_subject_goes_to_all_and_the_lists_own_words_in_it_are_none() {
        String ask = "Who is the contact for .fr, please?";
        assertThat(post("DDoS from .fr", ask).kind()).isEqualTo(Kind.TEXT); // N14
        assertThat(post("192.0.2.7 is scanning us", ask).kind()).isEqualTo(Kind.TEXT);
        assertThat(post("Re: [tld-ops] [TLP:AMBER] Contact Request", ask).kind()).isEqualTo(Kind.CONTACT_REQUEST); // N14
    }

    @Test
    void a_contact_request_with_an_attachment_or_a_quote_is_more_than_that() {
        String ask = "Who is the contact for .fr, please?";
        assertThat(post("Re: x", ask + "\n\n> we see something odd there").kind()).isEqualTo(Kind.TEXT);
        Request.Post attached = (Request.Post) read("Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b", "--b\nContent-Type: text/plain\n\n" + ask + "\n--b\nContent-Type: image/png\n\nx\n--b--\n");
        assertThat(attached.kind()).isEqualTo(Kind.TEXT);
    }

    @Test
    void the_sign_is_that_of_the_content_and_not_of_its_wrapping() {
        String parts = "--%1$s\nContent-Type: text/plain\n\nhello\n--%1$s\nContent-Type: image/png\n\n%2$s\n--%1$s--\n";
        String header = "Subject: %s\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=%s";
        String one = ((Request.Post) read(header.formatted("x", "b"), parts.formatted("b", "picture"))).sign();

        assertThat(((Request.Post) read(header.formatted("Re: x", "c"), parts.formatted("c", "picture"))).sign()).isEqualTo(one); // L48
        assertThat(((Request.Post) read(header.formatted("Re: [tld-ops] [TLP:AMBER] X", "c"), parts.formatted("c", "picture"))).sign()).isEqualTo(one); // L48
        assertThat(((Request.Post) read(header.formatted("x", "b"), parts.formatted("b", "another"))).sign()).isNotEqualTo(one);
    }

    @Test
    void two_mails_that_say_all_in_their_subjects_are_two() {
        assertThat(post("DDoS on .xx starting now", "").sign()).isNotEqualTo(post("DDoS on .yy, too", "").sign()); // L48
    }

    private static Request.Post multipart(String... parts) {
        StringBuilder body = new StringBuilder();
        for (String part : parts) body.append("--b\n").append(part).append("\n");
        return (Request.Post) read("Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b", body + "--b--\n");
    }

    @Test
    void what_quotes_or_passes_on_a_text_for_few_is_labelled_red() {
        assertThat(post("x", "FYI\n\n---------- Forwarded message ---------\nFrom: Eva Berg <eva@iis.example>\nDate: Thu, 14 Jan 2027\nSubject: names\nTo: Anna <anna@registry.example>\n\nTLP:RED\n\nThe names are").label()).contains(Tlp.RED); // N35
        assertThat(post("x", "I see.\n\n> TLP:RED\n> The names are").label()).contains(Tlp.RED);
        assertThat(post("x", "I see.\n-- \nAnna, TLP:RED").label()).contains(Tlp.RED);
        assertThat(post("x", "I see.\n\n> TLP:GREEN\n> The names are").label()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Content-Type: message/rfc822\n\nSubject: names [TLP:RED]\n\nhello", "Content-Type: message/rfc822\n\nSubject: names\n\nTLP:RED\n\nhello", "Content-Type: text/plain; name=names.txt\n\nTLP:RED\n",
        "Content-Type: text/html\nContent-Disposition: attachment; filename=a.html\n\n<p>TLP:<b>RED</b></p>", "Content-Type: message/rfc822\n\nSubject: y\nContent-Type: message/rfc822\n\nSubject: TLP:RED\n\nhello",
        "Content-Type: text/plain; name=a.txt\nContent-Transfer-Encoding: base64\n\nVExQOlJFRAo="
    })
    void what_is_attached_is_looked_into_for_the_label_red(String attached) {
        assertThat(multipart("Content-Type: text/plain\n\nFYI", attached).label()).contains(Tlp.RED); // N35
    }

    @Test
    void mails_in_mails_that_nobody_can_look_into_are_unreadable() {
        assertThat(multipart("Content-Type: text/plain\n\nFYI", "Content-Type: message/rfc822\n\n" + "Content-Type: message/rfc822\n\n".repeat(9) + "hello").kind()).isEqualTo(Kind.UNREADABLE);
    }

    @Test
    void the_whole_subject_is_read_for_its_label() {
        assertThat(post("long ".repeat(60) + "[TLP:RED]", "hello").label()).contains(Tlp.RED); // N35
        assertThat(post("x=?utf-8?b?W1RMUDpSRURd?=y", "hello").label()).contains(Tlp.RED);
        assertThat(post("=?utf-8?q?[TLP: RED]?=", "hello").label()).contains(Tlp.RED);
        assertThat(((Request.Post) read("Subject: x\nSubject: [TLP:RED]", "hello")).label()).contains(Tlp.RED);
    }

    @Test
    void a_subject_that_nobody_can_decode_is_unreadable() {
        assertThat(post("=?x-nobody-knows?b?W1RMUDpSRURd?=", "hello").kind()).isEqualTo(Kind.UNREADABLE); // N35
        assertThat(post("=?utf-8?q?caf=C3=A9?=", "hello").kind()).isEqualTo(Kind.TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Note: a\rBcc: eva@iis.example\nSubject: x\n\nhello", "Subject: x\n\nhello\r.\rMAIL FROM:<a@b.test>", "Subject: x\n\nhello\r"})
    void a_CR_without_its_LF_makes_a_post_unreadable(String mail) {
        byte[] raw = ("From: anna@registry.example\n" + mail).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        Envelope envelope = new Envelope("imap", true, Optional.of(Address.of("anna@registry.example")), List.of(Address.of("tld-ops@lists.tld-ops.example")), "");
        assertThat(((Request.Post) MailReader.read(raw, envelope, 1, Instant.EPOCH, Specimen.OWN, Set.of()).request()).kind()).isEqualTo(Kind.UNREADABLE);
    }

    @Test
    void a_post_beyond_what_we_read_is_unreadable_and_not_relayed() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 60; i++) body.append("--b\nContent-Type: text/plain\n\nx\n");
        assertThat(((Request.Post) read("Subject: x\nContent-Type: multipart/mixed; boundary=b", body + "--b--\n")).kind()).isEqualTo(Kind.UNREADABLE);
    }
}
