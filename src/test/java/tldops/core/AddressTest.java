package tldops.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @Test
    void twoAddressesAreEqualWithoutRegardToCaseAndKeepTheirSpelling() {
        Address iana = Address.of("Host.Master@Registry.EXAMPLE");

        assertThat(iana).isEqualTo(Address.of("host.master@registry.example")).hasSameHashCodeAs(Address.of("HOST.MASTER@registry.example"));
        assertThat(iana).hasToString("Host.Master@registry.example");
    }

    @Test
    void aULabelDomainIsItsALabel() {
        assertThat(Address.of("a@bücher.example").domain()).isEqualTo("xn--bcher-kva.example");
    }

    @Test
    void subAddressesAndDotsAreNotFolded() {
        assertThat(Address.of("jan+list@registry.example")).isNotEqualTo(Address.of("jan@registry.example"));
        assertThat(Address.of("j.an@registry.example")).isNotEqualTo(Address.of("jan@registry.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "@", "a@", "@b.example", "a b@c.example", "a@localhost", "a@b..example", ".a@b.example", "a.@b.example", "\"a b\"@c.example", "a@[192.0.2.1]",
        "a@-b.example", "a@b.example.", "@registry.example:e@evil.example", "a@b.example\r\nBcc: c@d.example", "名@b.example", "a嘊b@c.example", "a@b@c example"
    })
    void whatWeWouldNeverWriteToIsNoAddress(String text) {
        assertThat(Address.parse(text)).as(text).isEmpty();
    }
}
