package tldops.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tldops.core.Address;
import tldops.core.Envelope;
import tldops.core.Rules.MailingList;

class FittingTest {
    private final List<Integer> taken = new ArrayList<>();
    private final Fitting door = new Fitting(new MailingList("tld-ops", "lists.example", List.of(), Map.of()), 500, 1000, (_, raw) -> taken.add(raw.length));

    private void bring(int bytes, String... recipients) throws NotNow {
        door.take(new Envelope("smtp", false, Optional.empty(), Stream.of(recipients).map(Address::of).toList(), ""), new byte[bytes]);
    }

    @Test
    void mail_to_the_list_alone_may_be_larger() throws NotNow {
        bring(1000, "tld-ops@lists.example");
        bring(500, "tld-ops-request@lists.example");

        assertThat(taken).containsExactly(1000, 500);
        assertThat(door.most()).isEqualTo(1000);
        assertThatThrownBy(() -> bring(1001, "tld-ops@lists.example")).isInstanceOf(TooLarge.class).hasMessage("larger than 1000 bytes");
        assertThatThrownBy(() -> bring(501, "tld-ops-request@lists.example")).isInstanceOf(TooLarge.class);
        assertThatThrownBy(() -> bring(501, "tld-ops@lists.example", "tld-ops-request+x@lists.example")).isInstanceOf(TooLarge.class);
    }
}
