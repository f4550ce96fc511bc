package tldops.iana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Tld;

/// The layouts of IANA_DATA 2 and what nobody should send (MAIL_RULES 29).
class RdapRecordTest {
    private static final Tld NL = Tld.of("nl");

    private static RdapRecord read(String json) throws IOException {
        return RdapRecord.read(NL, json);
    }

    private static RdapRecord with(String... entities) throws IOException {
        return read(RdapRecords.whole(NL, entities));
    }

    private static List<String> mails(String... properties) throws IOException {
        return with(RdapRecords.card("[\"administrative\"]", List.of(properties))).admin().mails();
    }

    @Test
    void a_whole_record_names_the_contacts_and_when_it_changed() throws IOException {
        RdapRecord record = read(RdapRecords.of(NL, "Admin.Office@Registry.EXAMPLE"));

        assertThat(record).isEqualTo(new RdapRecord(true, false, new RdapRecord.Contact("Kim Sample", "Example Office", List.of("Admin.Office@Registry.EXAMPLE")),
                new RdapRecord.Contact("Jo Sample", "Example Office", List.of("tech@registry.example")), "Example Office", Optional.of("2025-04-03T00:00:00Z")));
    }

    @Test
    void one_entity_can_have_several_roles_and_a_role_can_stand_alone() throws IOException {
        RdapRecord both = with(RdapRecords.entity("[\"technical\", \"administrative\"]", "Kim", "Office", "kim@registry.example"));
        RdapRecord bare = with(RdapRecords.entity("\"administrative\"", "Kim", "Office", "kim@registry.example"));

        assertThat(both.admin().mails()).isEqualTo(both.technical().mails()).containsExactly("kim@registry.example");
        assertThat(bare.admin().mails()).containsExactly("kim@registry.example");
    }

    @Test
    void the_organisation_is_the_managers_where_the_contact_has_none() throws IOException {
        RdapRecord record = with(RdapRecords.entity("[\"administrative\"]", "Kim", "", "kim@registry.example"), RdapRecords.entity("[\"registrant\"]", "", "Registry of Example"));

        assertThat(record.organisation()).isEqualTo("Registry of Example");
    }

    @Test
    void an_idn_is_known_by_its_a_label_and_its_u_label_must_be_the_same() throws IOException {
        Tld rf = Tld.of("xn--p1ai");

        assertThat(RdapRecord.read(rf, RdapRecords.of(rf, "kim@registry.example")).there()).isTrue();
        assertThatThrownBy(() -> RdapRecord.read(rf, RdapRecords.of(rf, "kim@registry.example").replace("рф", "ру"))).hasMessageContaining("answered for another");
    }

    @Test
    void nobody_may_run_a_ccTld_and_it_may_not_be_there() throws IOException {
        assertThat(read(RdapRecords.notAssigned(NL)).notAssigned()).isTrue();
        assertThat(read(RdapRecords.notThere()).there()).isFalse();
    }

    /// Each once as servers write them.
    @Test
    void e_mail_comes_in_many_shapes() throws IOException {
        assertThat(mails("[\"email\", {\"type\": [\"work\", \"internet\"], \"group\": \"x\", \"pref\": \"1\"}, \"text\", \"a@b.example\"]")).containsExactly("a@b.example");
        assertThat(mails("[\"EMAIL\", {}, \"uri\", \"mailto:a@b.example\"]")).containsExactly("a@b.example");
        assertThat(mails("[\"email\", {}, \"text\", \"a@b.example\", \"c@b.example\"]")).containsExactly("a@b.example", "c@b.example");
        assertThat(mails("[\"email\", {}, \"text\", [\"a@b.example\"]]")).containsExactly("a@b.example");
        assertThat(mails("[\"email\", {}, \"text\", \"a@b.example\"]", "[\"email\", {}, \"text\", \"A@B.example\"]")).containsExactly("a@b.example");
        assertThat(mails("[\"email\", {}, \"text\", \"\"]", "[\"email\", {}, \"text\", null]", "[\"email\", {}]", "[\"email\"]", "7", "null")).isEmpty();
    }

    /// The 19 odd ones of IANA_DATA 4 in kind: no telephone spoils a record.
    @ParameterizedTest
    @ValueSource(strings = {"+ 1 555 0100", "+1 555 0100#12", "555 0100", "+1-555-0100", "+1 555 0100, +1 555 0101", "+1 555 0100 or +1 555 0101", "(+1) 555 0100", "tel:+1-555-0100;ext=3", "00 1 555 0100", "", "+", "n/a", "+1 555 0100 ext. 4",
            "+1.5550100", "+1 555 0100/1/2", "x100", "+1 (0) 555 0100", "five five five", "+15550100+15550101"})
    void no_telephone_spoils_a_record(String phone) throws IOException {
        for (String type : List.of("\"voice\"", "[\"work\", \"fax\"]")) {
            RdapRecord record = with(RdapRecords.card("[\"administrative\"]", List.of("[\"tel\", {\"type\": " + type + "}, \"uri\", \"" + phone + "\"]", "[\"tel\", {}, \"text\", \"" + phone + "\"]", "[\"email\", {}, \"text\", \"a@b.example\"]")));

            assertThat(record.admin().mails()).containsExactly("a@b.example");
        }
    }

    @Test
    void organisations_and_addresses_come_as_texts_and_as_lists() throws IOException {
        RdapRecord record = with(RdapRecords.card("[\"administrative\"]", List.of("[\"org\", {}, \"text\", [\"Office\", \"Second Floor\"]]", "[\"adr\", {}, \"text\", \"1 Main Street\"]", "[\"adr\", {\"label\": [\"a\", \"b\"]}, \"text\", {}]")));

        assertThat(record.admin().organisation()).isEqualTo("Office, Second Floor");
    }

    @Test
    void all_who_have_the_role_are_one_contact_and_nobody_chooses_among_their_addresses() throws IOException {
        RdapRecord record = with(RdapRecords.entity("[\"administrative\"]", "Kim", "Office", "kim@registry.example"), RdapRecords.entity("[\"administrative\"]", "Eve", "Elsewhere", "eve@evil.example"));

        assertThat(record.admin().mails()).containsExactly("kim@registry.example", "eve@evil.example");
    }

    @Test
    void whoever_stands_inside_another_entity_is_that_ones_contact() throws IOException {
        String inner = RdapRecords.entity("[\"administrative\"]", "Eve", "Elsewhere", "eve@evil.example");
        String outer = RdapRecords.entity("[\"registrant\"]", "", "Registry").replaceFirst("\\{", "{\"entities\": [" + inner.replace("\\", "\\\\") + "], ");

        assertThat(with(outer).admin().mails()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "\"nl\"", "{", "{}", "{\"objectClassName\": \"entity\", \"ldhName\": \"nl\"}", "{\"objectClassName\": \"domain\"}", "{\"objectClassName\": \"domain\", \"ldhName\": \"be\"}",
            "{\"objectClassName\": \"domain\", \"ldhName\": \"evil.nl\"}", "{\"objectClassName\": \"domain\", \"ldhName\": \"nl\", \"unicodeName\": \"be\"}", "{\"objectClassName\": \"domain\", \"ldhName\": \"be\", \"ldhName\": \"nl\"}",
            "{\"objectClassName\": \"domain\", \"ldhName\": \"nl\"} {}", "<html>nl</html>"})
    void what_is_no_record_of_this_ccTld_is_nobodys_word(String answer) {
        assertThatThrownBy(() -> read(answer)).isInstanceOf(IOException.class);
    }

    @Test
    void depth_size_and_number_have_an_end() {
        String deep = "[".repeat(5_000) + "]".repeat(5_000);
        String many = RdapRecords.whole(NL, java.util.Collections.nCopies(51, "{}").toArray(String[]::new));
        String card = RdapRecords.whole(NL, RdapRecords.card("[\"administrative\"]", java.util.Collections.nCopies(201, "[\"note\", {}, \"text\", \"x\"]")));
        String large = "{\"objectClassName\": \"domain\", \"ldhName\": \"nl\", \"notices\": \"" + "x".repeat(20_000) + "\"}";

        for (String attack : List.of("{\"objectClassName\": \"domain\", \"ldhName\": \"nl\", \"x\": " + deep + "}", many, card, large)) assertThatThrownBy(() -> read(attack)).isInstanceOf(IOException.class);
    }

    @Test
    void whatever_is_broken_in_it_nothing_but_a_refusal_comes_of_it() {
        byte[] good = RdapRecords.of(NL, "kim@registry.example").getBytes(StandardCharsets.UTF_8);
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            byte[] bad = good.clone();
            for (int hits = 1 + random.nextInt(4); hits > 0; hits--) bad[random.nextInt(bad.length)] = (byte) random.nextInt(128);
            try {
                RdapRecord read = read(new String(bad, StandardCharsets.UTF_8));
                assertThat(read.admin().mails().size()).as("seed " + seed).isLessThanOrEqualTo(2);
            } catch (IOException refused) {
                assertThat(refused).as("seed " + seed).hasMessageStartingWith("RDAP: ");
            }
        }
    }
}
