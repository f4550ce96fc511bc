package tldops.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Address;
import tldops.core.Request.Command;
import tldops.core.Tld;

/// The commands with which a ccTLD is steered, as people type them.
class SteeringReaderTest {
    private static final Tld NL = Tld.of("nl");
    private static final Tld FR = Tld.of("fr");
    private static final Address JAN = Address.of("jan@registry.example");

    @Test
    void modifyNamesNoneOrSomeCcTlds() {
        assertThat(SteeringReader.read("modify")).contains(new Command.Modify(List.of()));
        assertThat(SteeringReader.read("Please modify .nl, .fr")).contains(new Command.Modify(List.of(NL, FR)));
        assertThat(SteeringReader.read("MODIFIER .fr.")).contains(new Command.Modify(List.of(FR)));
        assertThat(SteeringReader.read("modify .de")).contains(new Command.Modify(List.of(Tld.of("de"))));
        assertThat(SteeringReader.read("modify .中国")).contains(new Command.Modify(List.of(Tld.of("xn--fiqs8s"))));
    }

    @Test
    void unsubscribeInBothLanguages() {
        assertThat(SteeringReader.read("unsubscribe")).contains(new Command.Unsubscribe(List.of()));
        assertThat(SteeringReader.read("Unsubscribe me please!")).contains(new Command.Unsubscribe(List.of()));
        assertThat(SteeringReader.read("unsubscribe .me")).contains(new Command.Unsubscribe(List.of(Tld.of("me"))));
        assertThat(SteeringReader.read("désabonner .fr")).contains(new Command.Unsubscribe(List.of(FR)));
    }

    @Test
    void removeTakesOneAddress() {
        assertThat(SteeringReader.read("remove <jan@registry.example> .nl")).contains(new Command.Remove(JAN, List.of(NL)));
        assertThat(SteeringReader.read("retirer jan@registry.example")).contains(new Command.Remove(JAN, List.of()));
        assertThat(SteeringReader.read("remove .nl")).isEmpty();
        assertThat(SteeringReader.read("remove jan@registry.example piet@registry.example .nl")).isEmpty();
    }

    @Test
    void delegateTakesAnAddressACcTldAndADay() {
        assertThat(SteeringReader.read("delegate jan@registry.example .nl until 2027-06-30")).contains(new Command.Delegate(JAN, List.of(NL), Optional.of(LocalDate.of(2027, 6, 30))));
        assertThat(SteeringReader.read("déléguer jan@registry.example .fr jusqu’au 2027-06-30")).contains(new Command.Delegate(JAN, List.of(FR), Optional.of(LocalDate.of(2027, 6, 30))));
        assertThat(SteeringReader.read("delegate jan@registry.example .nl until Christmas")).isEmpty();
        assertThat(SteeringReader.read("undelegate .nl")).contains(new Command.Undelegate(List.of(NL)));
        assertThat(SteeringReader.read("révoquer .fr")).contains(new Command.Undelegate(List.of(FR)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"modify my phone number", "please remove Jan from the list", "I would like to unsubscribe", "leave it as it is", "delegate of .nl", "remove", ""})
    void aSentenceIsNoCommand(String line) {
        assertThat(SteeringReader.read(line)).isEmpty();
    }
}
