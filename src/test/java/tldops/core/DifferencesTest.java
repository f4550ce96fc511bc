package tldops.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A form against the members there are: who is the same, who is new, who is gone.
class DifferencesTest {
    private static final Person ANNA = person("Anna Vermeer", "+31612345678", "anna@registry.example");
    private static final Person BRAM = person("Bram de Wit", "+31623456789", "bram@registry.example");
    private static final Person CARLA = person("Carla Smit", "+31634567890", "carla@registry.example");
    private static final Person DIRK = person("Dirk Bakker", "+31645678901", "dirk@registry.example");

    private static Person person(String name, String phone, String... addresses) {
        return new Person(name, Arrays.stream(addresses).map(Address::of).toList(), new Phone(phone, phone, true, "NL"));
    }

    private static Member member(int rank, Person person) {
        return new Member(Tld.of("nl"), rank, person, Language.EN, Instant.EPOCH, Optional.empty(), "", false, Instant.EPOCH, Optional.empty(), 1);
    }

    private static Matter.Newcomer named(int rank, Person person) {
        return new Matter.Newcomer(rank, person, false);
    }

    private static final List<Member> PRESENT = List.of(member(1, ANNA), member(2, BRAM));
    private static final List<Amendment.Entry> SHOWN = PRESENT.stream().map(Amendment.Entry::of).toList();

    @Test
    void theSamePeopleChangeNothing() {
        assertThat(Differences.of(PRESENT, List.of(named(1, ANNA), named(2, BRAM)), SHOWN).nothing()).isTrue();
    }

    @Test
    void aNumberThatIsOnlyWrittenOtherwiseIsTheSame() {
        Person spaced = new Person(ANNA.name(), ANNA.addresses(), new Phone("+31 6 1234 5678", "+31612345678", true, "NL"));

        assertThat(Differences.of(PRESENT, List.of(named(1, spaced), named(2, BRAM)), SHOWN).nothing()).isTrue();
    }

    @Test
    void aPersonWithANewAddressIsRecognisedByName() {
        Person moved = person("anna vermeer", "+31612345678", "anna@new.example");

        Amendment amendment = Differences.of(PRESENT, List.of(named(1, moved)), List.of());

        assertThat(amendment.changed()).singleElement().satisfies(turn -> assertThat(turn.before().person()).isEqualTo(ANNA)); // N07
        assertThat(amendment.added()).isEmpty();
        assertThat(amendment.removed()).as("R047 a plain form leaves nobody out").isEmpty();
    }

    @Test
    void underItsNumberSomebodyIsTheSameWhileSomethingOfHimIsLeft() {
        Person married = person("Anna de Boer", "+31612345678", "anna.deboer@registry.example");

        Amendment amendment = Differences.of(PRESENT, List.of(named(1, married), named(2, BRAM)), SHOWN);

        assertThat(amendment.changed()).singleElement().satisfies(turn -> assertThat(turn.after().person()).isEqualTo(married)); // N07
    }

    @Test
    void underItsNumberAnotherPersonTakesAPlace() {
        Amendment amendment = Differences.of(PRESENT, List.of(named(1, ANNA), named(2, DIRK)), SHOWN);

        assertThat(amendment.changed()).isEmpty();
        assertThat(amendment.added()).containsExactly(named(2, DIRK));
        assertThat(amendment.removed()).containsExactly(new Amendment.Entry(2, BRAM)); // R047
    }

    @Test
    void whoCameAfterTheLetterWasWrittenIsNotLeftOutByIt() {
        List<Member> now = List.of(member(1, ANNA), member(2, BRAM), member(3, CARLA));

        Amendment amendment = Differences.of(now, List.of(named(1, ANNA)), SHOWN);

        assertThat(amendment.removed()).containsExactly(new Amendment.Entry(2, BRAM)); // N07
    }

    @Test
    void twoWhoSwapTheirRanksKeepTheirData() {
        Amendment amendment = Differences.of(PRESENT, List.of(named(1, BRAM), named(2, ANNA)), SHOWN);

        assertThat(amendment.changed()).hasSize(2).allSatisfy(turn -> assertThat(turn.before().person()).isEqualTo(turn.after().person()));
        assertThat(amendment.after(PRESENT)).containsExactly(new Amendment.Entry(1, BRAM), new Amendment.Entry(2, ANNA));
    }

    @Test
    void ranksThatChangedSinceTheLetterAreNotPutBack() {
        List<Member> now = List.of(member(1, BRAM), member(2, ANNA));
        Person other = person("Anna Vermeer", "+31600000000", "anna@registry.example");

        Amendment amendment = Differences.of(now, List.of(named(1, other), named(2, BRAM)), SHOWN);

        assertThat(amendment.after(now)).containsExactly(new Amendment.Entry(1, BRAM), new Amendment.Entry(2, other)); // N07
    }

    @Test
    void aFormThatNamesOnlySomeMovesNobodyUpOrDown() {
        assertThat(Differences.of(PRESENT, List.of(named(1, BRAM)), List.of()).nothing()).isTrue(); // L21
    }

    @Test
    void nobodyTakesTheAddressOfAnotherMember() {
        Person stolen = person("Anna Vermeer", "+31612345678", "bram@registry.example");

        assertThat(Differences.own(PRESENT, PRESENT.getFirst(), named(1, stolen))).isEmpty();
    }

    @Test
    void whatTheMembersBecameMeanwhileIsNotDoneTwice() {
        Person other = person("Anna Vermeer", "+31600000000", "anna@registry.example");
        Amendment asked = Differences.of(PRESENT, List.of(named(1, other), named(2, DIRK)), SHOWN);
        List<Member> now = List.of(member(1, other), member(2, DIRK));

        assertThat(asked.against(now).nothing()).isTrue(); // P2
    }
}
