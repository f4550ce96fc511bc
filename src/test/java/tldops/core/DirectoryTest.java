package tldops.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tldops.store.Sample;

/// The public directory follows the membership.
class DirectoryTest {
    private static final Instant NOW = Instant.parse("2027-01-18T09:00:00Z");
    private final Registry registry = new Registry(Sample.rules());

    @Test
    void a_cctld_enters_with_its_first_contact_and_leaves_with_its_last() {
        assertThat(Directory.of(registry).ccTlds()).isEmpty();

        registry.apply(new Change.MemberSaved(member("nl", "anna@registry.example")));
        registry.apply(new Change.MemberSaved(member("nl", "bram@registry.example")));
        registry.apply(new Change.MemberSaved(member("中国", "li@registry.example")));

        assertThat(Directory.of(registry).ccTlds()).containsExactly(Tld.of("nl"), Tld.of("中国")); // R029, R030

        registry.apply(new Change.MemberGone(new Member.Id(Tld.of("nl"), Address.of("anna@registry.example"))));
        assertThat(Directory.of(registry).ccTlds()).contains(Tld.of("nl"));
        registry.apply(new Change.MemberGone(new Member.Id(Tld.of("nl"), Address.of("bram@registry.example"))));
        assertThat(Directory.of(registry).ccTlds()).containsExactly(Tld.of("中国")); // R052
    }

    private static Member member(String tld, String address) {
        Person person = new Person("Jan Jansen", List.of(Address.of(address)), new Phone("+31 6 12345678", "+31612345678", true, "NL"));
        return new Member(Tld.of(tld), 1, person, Language.EN, NOW, Optional.empty(), "", false, NOW, Optional.empty(), 0);
    }
}
