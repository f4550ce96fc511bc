package tldops.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tldops.core.Address;

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

    private static String from(String header) {
        Optional<Address> from = Specimen.read(header + "\nTo: tld-ops-request@lists.tld-ops.example\n\nconfirm\n").mail().from();
        return from.map(Address::toString).orElse(NONE);
    }
}
