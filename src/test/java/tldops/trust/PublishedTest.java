package tldops.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tldops.core.Authentication.Policy;
import tldops.mail.Header;

class PublishedTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dmarc=pass header.from=a.example                                       | SOME
            dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=a.example         | STRICT
            dmarc=pass (p=none dis=none) header.from=a.example                     | NONE
            dmarc=pass (p=none sp=quarantine dis=none) header.from=a.example       | STRICT
            dmarc=pass policy.dmarc=quarantine header.from=a.example               | STRICT
            dmarc=pass (policy=reject) header.from=a.example                       | STRICT
            dmarc=fail (p=reject) header.from=a.example                            | STRICT
            dmarc=none header.from=a.example                                       | NONE
            dkim=pass (p=reject) header.d=a.example                                | NONE
            dmarc=pass (top=rejected) header.from=a.example                        | SOME
            """)
    void the_border_tells_what_the_domain_publishes(String result, Policy policy) {
        String value = "mx.lists.example; " + result;

        assertThat(Published.in(ResultsField.read(value), List.of(new Header("Authentication-Results", value)))).isEqualTo(policy); // L46
    }
}
