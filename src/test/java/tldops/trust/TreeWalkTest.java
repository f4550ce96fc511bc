package tldops.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// RFC 9989 4.10.
class TreeWalkTest {
    private static Zone zone(String... records) {
        Zone zone = new Zone();
        for (String record : records) {
            String[] words = record.split(" ", 2);
            zone.text("_dmarc." + words[0], "v=DMARC1; " + words[1]);
        }
        return zone;
    }

    @Test
    void the_shortest_name_with_a_record_is_the_organisation() {
        TreeWalk walk = TreeWalk.from("a.mail.registry.example", zone("mail.registry.example p=none", "registry.example p=reject"));

        assertThat(walk.organisation()).isEqualTo("registry.example");
        assertThat(walk.policy().orElseThrow().domain()).isEqualTo("registry.example");
    }

    @Test
    void without_any_record_each_domain_is_its_own() {
        TreeWalk walk = TreeWalk.from("a.registry.example", new Zone());

        assertThat(walk.organisation()).isEqualTo("a.registry.example");
        assertThat(walk.policy()).isEmpty();
    }

    @Test
    void below_a_public_suffix_the_organisation_is_one_label_longer_and_its_policy_holds_where_there_is_no_other() {
        TreeWalk walk = TreeWalk.from("a.mail.registry.example", zone("example psd=y; p=reject"));

        assertThat(walk.organisation()).isEqualTo("registry.example");
        assertThat(walk.policy().orElseThrow().domain()).isEqualTo("example");
    }

    @Test
    void a_public_suffix_that_writes_itself_is_its_own_organisation() {
        assertThat(TreeWalk.from("nic.example", zone("nic.example psd=y; p=reject")).organisation()).isEqualTo("nic.example");
    }

    @Test
    void psd_n_ends_the_walk_at_once() {
        Zone zone = zone("a.registry.example psd=n; p=reject", "registry.example p=none");

        TreeWalk walk = TreeWalk.from("b.a.registry.example", zone);

        assertThat(walk.organisation()).isEqualTo("a.registry.example");
        assertThat(zone.asked).containsExactly("TXT _dmarc.b.a.registry.example", "TXT _dmarc.a.registry.example");
    }

    @Test
    void the_record_of_the_author_goes_before_that_of_his_organisation() {
        TreeWalk walk = TreeWalk.from("a.registry.example", zone("a.registry.example p=quarantine", "registry.example p=reject"));

        assertThat(walk.policy().orElseThrow().domain()).isEqualTo("a.registry.example");
        assertThat(walk.organisation()).isEqualTo("registry.example");
    }

    @Test
    void of_more_than_eight_labels_it_goes_on_with_seven() {
        Zone zone = new Zone();

        TreeWalk.from("a.b.c.d.e.f.g.h.mail.registry.example", zone);

        assertThat(zone.asked).containsExactly("TXT _dmarc.a.b.c.d.e.f.g.h.mail.registry.example", "TXT _dmarc.e.f.g.h.mail.registry.example", "TXT _dmarc.f.g.h.mail.registry.example",
                "TXT _dmarc.g.h.mail.registry.example", "TXT _dmarc.h.mail.registry.example", "TXT _dmarc.mail.registry.example", "TXT _dmarc.registry.example", "TXT _dmarc.example");
    }

    @Test
    void of_eight_labels_none_is_left_out() {
        Zone zone = new Zone();

        TreeWalk.from("a.b.c.d.e.f.registry.example", zone);

        assertThat(zone.asked).hasSize(8).contains("TXT _dmarc.b.c.d.e.f.registry.example");
    }

    @Test
    void who_does_not_answer_ends_it_and_is_told() {
        TreeWalk walk = TreeWalk.from("a.registry.example", zone("a.registry.example p=reject").silent("_dmarc.registry.example"));

        assertThat(walk.silent()).isPresent(); // L33
        assertThat(walk.records()).hasSize(1);
    }
}
