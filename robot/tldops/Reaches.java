package tldops;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tldops.cli.Rows;
import tldops.core.Member;
import tldops.core.Reachability;
import tldops.core.Registry;
import tldops.core.Tld;

/// How well the ccTLDs can be reached, as rows for the operator (N19).
record Reaches(Office office) {
    List<Rows.Reach> reach(List<Tld> named) {
        return office.register().ask(registry -> {
            List<Tld> tlds = named.isEmpty() ? registry.members().stream().map(Member::tld).distinct().sorted().toList() : named.stream().distinct().toList();
            return tlds.stream().map(tld -> row(registry, tld)).toList();
        });
    }

    private Rows.Reach row(Registry registry, Tld tld) {
        Reachability reach = Reachability.of(registry, tld, office.now().get());
        List<String> notes = new ArrayList<>();
        for (Reachability.Way way : reach.ways()) {
            List<String> wrong = new ArrayList<>();
            switch (way.mail()) {
                case WORKS -> {}
                case UNPROVED -> wrong.add("address never answered");
                case SILENT -> wrong.add("not heard of since " + way.since().orElseThrow());
                case RETURNS -> wrong.add("mail came back, last " + way.since().orElseThrow());
            }
            switch (way.phone()) {
                case USABLE -> {}
                case ABROAD -> wrong.add("phone of another country");
                case DOUBTFUL -> wrong.add("phone number doubtful");
            }
            if (!wrong.isEmpty()) notes.add(way.person().name() + ": " + String.join(", ", wrong));
        }
        return new Rows.Reach(tld.display(), reach.level().name().toLowerCase(Locale.ROOT), good(reach, Reachability.What.MAIL), good(reach, Reachability.What.PHONE), good(reach, Reachability.What.PEOPLE),
                good(reach, Reachability.What.DOMAINS), good(reach, Reachability.What.OUTSIDE), notes, reach.advice().map(Reaches::words).orElse(""));
    }

    private static boolean good(Reachability reach, Reachability.What what) {
        return reach.tests().stream().anyMatch(test -> test.what() == what && test.good());
    }

    private static String words(Reachability.Advice advice) {
        String whose = advice.way().map(way -> " of " + way.person().name()).orElse("");
        return switch (advice.kind()) {
            case NOBODY -> "name a contact";
            case MAIL_RETURNS -> "mend the e-mail address" + whose;
            case SECOND_PERSON -> "name one more person";
            case UNPROVED -> "an answer to the welcome letter" + whose;
            case SILENT -> "a sign of life" + whose;
            case PHONE_DOUBTFUL -> "mend the phone number" + whose;
            case OUTSIDE -> "an address outside the zone";
            case DOMAINS -> "an address at another domain";
            case SAME_PHONE -> "a phone number for each";
        };
    }
}
