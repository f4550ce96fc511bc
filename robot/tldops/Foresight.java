package tldops;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tldops.cli.Rows;
import tldops.core.Address;
import tldops.core.Case;
import tldops.core.Registry;
import tldops.core.Tld;
import tldops.rehearsal.Forecast;
import tldops.store.Outbox;

/// `tldops forecast` (N31): a copy of the registry, made between two decisions, goes through the time to come while the
/// robot goes on.
record Foresight(Office office) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmxxx", Locale.ROOT);
    private static final int NEWEST = 100_000;

    private record Leaving(Instant at, List<Address> to, String letter, Optional<Tld> tld, long caseNumber) {}

    private record Present(Registry registry, List<Outbox.Row> outbox) {}

    List<Rows.Forecast> forecast(Duration time) {
        Instant now = office.now().get();
        List<Leaving> all = new ArrayList<>();
        // of one moment, so that no letter is told twice or not at all
        Present present = office.register().ask(registry -> new Present(registry.copy(), office.store().outbox().list(Optional.of(Outbox.State.WAITING), NEWEST)));
        Registry copy = present.registry;
        for (Outbox.Row row : present.outbox.reversed()) {
            Instant next = row.nextTry().isBefore(now) ? now : row.nextTry();
            Optional<Tld> tld = copy.caseNumber(row.caseNumber()).flatMap(Case::tld);
            if (!next.isAfter(now.plus(time))) all.add(new Leaving(next, row.recipients(), row.kind(), tld, row.caseNumber()));
        }
        for (Forecast.Leaving one : Forecast.of(copy, now, time, Rota.of(office.config())))
            all.add(new Leaving(one.at(), one.recipients(), one.letter().content().getClass().getSimpleName(), one.matter().flatMap(Case::tld), one.letter().caseNumber()));
        ZoneId zone = office.assembly().rules().listCalendar().zone();
        return all.stream().sorted(Comparator.comparing(Leaving::at)).map(one -> row(one, zone)).toList();
    }

    /// IANA will be asked when the time comes.
    private static String named(Address address, Optional<Tld> tld) {
        return tld.filter(known -> address.equals(Forecast.admin(known))).map(known -> "(admin contact of " + known.display() + ")").orElse(address.toString());
    }

    private static Rows.Forecast row(Leaving one, ZoneId zone) {
        String at = TIME.format(one.at().truncatedTo(ChronoUnit.MINUTES).atZone(zone));
        return new Rows.Forecast(at, one.to().stream().map(address -> named(address, one.tld())).toList(), one.letter(), one.tld().map(Tld::display).orElse(""), one.caseNumber());
    }
}
