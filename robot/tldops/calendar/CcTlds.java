package tldops.calendar;

import java.io.IOException;
import java.io.Reader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tldops.calendar.Table.Row;
import tldops.core.Calendar;
import tldops.core.CcTld;
import tldops.core.Tld;

/// All ccTLDs with the calendar of their country, from config/cctlds.tsv and config/countries.tsv (N04).
public final class CcTlds {
    private static final Set<String> REGIONS = Set.of("AF", "AP", "EU", "LAC", "NA");

    private CcTlds() {}

    /// Public holidays are known from the first day of `fromYear` to the last of `toYear`; a wide span costs nothing,
    /// since a country's year is worked out when it is first needed.
    ///
    /// @throws IllegalArgumentException with one line per thing that is wrong, `countries.tsv:17: ...`
    public static Map<Tld, CcTld> load(Reader cctlds, Reader countries, int fromYear, int toYear) throws IOException {
        List<String> errors = new ArrayList<>();
        Map<String, Calendar> calendars = new HashMap<>();
        Set<String> broken = new HashSet<>();
        for (Row row : Table.read("countries.tsv", countries, List.of("iso3166", "zone", "weekend", "holidays"), errors)) {
            String iso = row.cell("iso3166");
            Optional<Calendar> calendar = calendar(row, fromYear, toYear, errors);
            if (calendar.isEmpty()) broken.add(iso);
            else if (calendars.put(iso, calendar.get()) != null) errors.add(row.wrong(iso + " stands twice"));
        }
        Map<Tld, CcTld> all = new TreeMap<>();
        for (Row row : Table.read("cctlds.tsv", cctlds, List.of("tld", "country", "iso3166", "region", "kind", "status"), errors)) {
            Calendar calendar = calendars.get(row.cell("iso3166"));
            if (calendar != null) ccTld(row, calendar, errors).ifPresent(known -> {
                if (all.put(known.tld(), known) != null) errors.add(row.wrong(known.tld().label() + " stands twice"));
            });
            else if (!broken.contains(row.cell("iso3166"))) errors.add(row.wrong("no line in countries.tsv for " + row.cell("iso3166")));
        }
        if (!errors.isEmpty()) throw new IllegalArgumentException(String.join("\n", errors));
        return Map.copyOf(all);
    }

    private static Optional<Calendar> calendar(Row row, int fromYear, int toYear, List<String> errors) {
        List<String> wrong = new ArrayList<>();
        Optional<ZoneId> zone = Week.zone(row.cell("zone"), wrong);
        var weekend = Week.days(List.of(row.cell("weekend").split(",")), wrong);
        String id = row.cell("holidays");
        boolean known = !id.equals("-");
        if (known && !PublicHolidays.exists(id)) wrong.add("no calendar of public holidays: " + id);
        wrong.forEach(what -> errors.add(row.wrong(what)));
        if (!wrong.isEmpty()) return Optional.empty();
        return zone.map(where -> new Calendar(where, weekend, known ? new PublicHolidays(id, fromYear, toYear) : Set.of()));
    }

    private static Optional<CcTld> ccTld(Row row, Calendar calendar, List<String> errors) {
        List<String> wrong = new ArrayList<>();
        Optional<Tld> tld = Tld.parse(row.cell("tld"));
        String region = row.cell("region");
        String kind = row.cell("kind");
        String status = row.cell("status");
        if (tld.isEmpty()) wrong.add("not a ccTLD: " + row.cell("tld"));
        if (!REGIONS.contains(region)) wrong.add("no ICANN region: " + region);
        if (!kind.equals("ascii") && !kind.equals("idn")) wrong.add("neither ascii nor idn: " + kind);
        if (!status.equals("delegated") && !status.equals("not_assigned")) wrong.add("neither delegated nor not_assigned: " + status);
        wrong.forEach(what -> errors.add(row.wrong(what)));
        if (!wrong.isEmpty()) return Optional.empty();
        return tld.map(name -> new CcTld(name, row.cell("country"), row.cell("iso3166"), region, kind.equals("idn"), status.equals("delegated"), calendar));
    }
}
