package tldops.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A bounce address names one letter and one copy of it, and nobody makes up another's (MAIL_RULES 19, 25).
class VerpTest {
    private static final Address ANNA = Address.of("anna@registry.example");
    private static final Address BRAM = Address.of("bram@registry.example");

    @Test
    void rule_25_pass_a_copy_is_known_by_its_letter_and_its_reader() {
        Verp.Key key = Verp.read(Verp.key("letter", ANNA));

        assertThat(key.names("letter")).isTrue();
        assertThat(key.isFor("letter", ANNA)).isTrue();
    }

    @Test
    void rule_25_near_miss_another_letter_or_another_reader_is_not_meant() {
        Verp.Key key = Verp.read(Verp.key("letter", ANNA));

        assertThat(key.names("letter2")).isFalse();
        assertThat(key.isFor("letter", BRAM)).isFalse();
        assertThat(key.isFor("letter2", ANNA)).isFalse();
        assertThat(Verp.read("letter").isFor("letter", ANNA)).isFalse();
        assertThat(Verp.read("").names("")).isFalse();
    }

    @Test
    void rule_25_attack_a_reader_learns_from_his_copy_no_mark_of_anybody_elses() {
        String mine = Verp.key("letter", BRAM);
        Verp.Key seen = Verp.read(mine);

        assertThat(mine).doesNotContain("letter");
        for (String made : new String[] {Verp.key(seen.name(), ANNA), seen.name() + "-" + Digest.hex(ANNA.key()).substring(0, 16), seen.name() + "-" + seen.copy().orElseThrow(), seen.name()})
            assertThat(Verp.read(made).isFor("letter", ANNA)).as(made).isFalse();
    }
}
