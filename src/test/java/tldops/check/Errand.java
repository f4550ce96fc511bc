package tldops.check;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tldops.Daemon;
import tldops.core.Address;
import tldops.core.Envelope;
import tldops.core.Event;
import tldops.core.Imports;
import tldops.core.Person;
import tldops.core.Phone;
import tldops.core.Tld;
import tldops.store.Documents;
import tldops.store.Inbox;

/// What the clock and the operator set going in a daemon of a kill test: `duty REMINDER may`, `import nl fr`, `batches start`.
final class Errand {
    private Errand() {}

    /// Returns when it stands in the journal, or in the inbox.
    static void run(Daemon daemon, String words) {
        String[] word = words.split(" ");
        switch (word[0]) {
            case "duty" -> daemon.robot().duty(Event.Duty.valueOf(word[1]), word[2]).join();
            case "batches" -> order(daemon, new Event.Order.Campaign(Event.Order.Campaign.Step.START, List.of()));
            case "import" -> order(daemon, new Event.Order.Import(IntStream.range(1, word.length).mapToObj(at -> newcomer(new Tld(word[at]))).toList()));
            default -> throw new IllegalArgumentException(words);
        }
    }

    private static void order(Daemon daemon, Event.Order order) {
        Envelope door = new Envelope("operator", false, Optional.empty(), List.of(), "operator");
        daemon.store().inbox().put(new Inbox.Arrival(Inbox.Kind.OPERATOR, door, Documents.bytes(order), "", "", Instant.now())).join();
    }

    private static Imports.Entry newcomer(Tld tld) {
        return new Imports.Entry(tld, 1, new Person("Nora Newcomer", List.of(Address.of("nora.newcomer@registry-" + tld.label() + ".example")), new Phone("+31 6 66666666", "+31666666666", true, "NL")));
    }
}
