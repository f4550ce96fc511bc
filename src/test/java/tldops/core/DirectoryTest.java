package tldops.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tldops.store.Sample;

class DirectoryTest {
    private static Change joined(String tld, String address) {
        Person person = new Person("Anna Vermeer", List.of(Address.of(address)), new Phone("+31612345678", "+31612345678", true, "NL"));
        return new Change.MemberSaved(new Member(Tld.of(tld), 1, person, Language.EN, Instant.EPOCH, Optional.empty(), "", false, Instant.EPOCH, Optional.empty(), 1));
    }

    @Test
    void namesEachCcTldOnceAndCountsThemByKind() {
        Registry registry = new Registry(Sample.rules());
        registry.apply(List.of(joined("nl", "anna@registry.example"), joined("nl", "bram@registry.example"), joined("xn--fiqs8s", "li@registry.example"), joined("aw", "jo@registry.example")));

        Directory directory = Directory.of(registry);

        assertThat(directory.ccTlds()).containsExactly(Tld.of("aw"), Tld.of("nl"), Tld.of("xn--fiqs8s")); // R030
        assertThat(directory.ascii()).isEqualTo(2);
        assertThat(directory.idn()).isEqualTo(1);
    }

    @Test
    void whoHasNoContactLeftStandsInItNoMore() {
        Registry registry = new Registry(Sample.rules());
        registry.apply(joined("nl", "anna@registry.example"));

        registry.apply(new Change.MemberGone(new Member.Id(Tld.of("nl"), Address.of("anna@registry.example"))));

        assertThat(Directory.of(registry).ccTlds()).isEmpty(); // R052
    }
}
