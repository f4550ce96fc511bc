package tldops.conversations;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tldops.core.Address;
import tldops.core.Verp;

/// The delivery report that comes back for a letter (RFC 3464), from the null reverse-path to the letter's own
/// bounce address. A body line `delayed` makes it a mere delay, `status: 5.2.2` names another reason,
/// `copy: anna@registry.example` that it is about one subscriber's copy of a letter to all.
final class Bounce {
    private Bounce() {}

    static Act.Mailed of(Posted letter, List<String> body, String id) {
        boolean delayed = body.stream().anyMatch(line -> line.strip().equals("delayed"));
        String status = body.stream().filter(line -> line.startsWith("status:")).map(line -> line.substring(7).strip()).findFirst().orElse(delayed ? "4.4.1" : "5.1.1");
        Optional<Address> copy = body.stream().filter(line -> line.startsWith("copy:")).map(line -> Address.of(line.substring(5).strip())).findFirst();
        String recipient = copy.map(Address::toString).orElse(letter.header("To"));
        String to = copy.map(subscriber -> copied(letter, subscriber)).orElse(letter.envelope());
        String mail = """
                From: Mail Delivery System <MAILER-DAEMON@mail.example>
                To: %s
                Subject: %s
                Message-ID: <%s@mail.example>
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="report"

                --report
                Content-Type: text/plain; charset=us-ascii

                Your message to %s could not be delivered%s.

                --report
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.example

                Final-Recipient: rfc822; %s
                Action: %s
                Status: %s

                --report
                Content-Type: text/rfc822-headers

                Message-ID: %s
                To: %s
                Subject: %s

                --report--
                """.formatted(to, delayed ? "Delivery delayed" : "Undelivered mail returned to sender", id, recipient, delayed ? " yet" : "",
                recipient, delayed ? "delayed" : "failed", status, letter.header("Message-ID"), recipient, letter.header("Subject"));
        byte[] raw = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return new Act.Mailed(raw, Optional.empty(), List.of(Address.of(to)), false);
    }

    /// Where what comes back for a letter goes: `{bounces last}`, `{bounces 3 anna@registry.example}` for her copy of it.
    static String address(Posted letter, String named) {
        String[] words = named.split(" ");
        return words.length == 1 ? letter.envelope() : copied(letter, Address.of(words[1]));
    }

    /// The bounce address of one subscriber's copy (MAIL_RULES 19).
    private static String copied(Posted letter, Address subscriber) {
        String his = letter.header(Posted.ENVELOPE_OF + subscriber);
        if (his.contains("-bounces+") && his.substring(his.indexOf('+')).contains("-")) return his;
        Address whole = Address.of(letter.envelope());
        return new Address(whole.untagged().local() + "+" + Verp.key(Verp.read(whole.tag().orElseThrow()).name(), subscriber), whole.domain()).toString();
    }
}
