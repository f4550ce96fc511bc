package tldops.letters;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tldops.core.Address;
import tldops.core.Content;
import tldops.core.Content.Doubt;
import tldops.core.Matter;
import tldops.core.Person;
import tldops.core.Phone;
import tldops.core.Tld;
import tldops.core.TrapContent;

/// Letters about addresses that could be taken for others, and about what hangs on one thing.
final class TrapSamples {
    private static final Address ADMIN = Address.of("hostmaster@registry.example");
    private static final Person INGE = new Person("Inge Visser", List.of(Address.of("inge@reg\u0456stry.example")), new Phone("+31 6 5550 7777", "+31655507777", true, "NL"));

    private TrapSamples() {}

    static Map<String, Content> all() {
        Map<String, Content> all = new TreeMap<>();
        String domain = "registry.example";
        String address = INGE.address().exact();
        List<Doubt> every = List.of(
                new Doubt(Doubt.Kind.LOOKS_LIKE, INGE, address, domain), new Doubt(Doubt.Kind.MIXED_ALPHABETS, INGE, address, ""), new Doubt(Doubt.Kind.ONE_LETTER_OFF, INGE, "inge@registri.example", domain),
                new Doubt(Doubt.Kind.SAME_NAME_ELSEWHERE, INGE, "inge@registry.test", domain), new Doubt(Doubt.Kind.FREE_MAIL, INGE, "inge@freemail.example", "freemail.example"),
                new Doubt(Doubt.Kind.MIXED_NAME, INGE));
        List<Matter.Newcomer> newcomers = List.of(new Matter.Newcomer(1, INGE, false));
        all.put("question.traps", new Content.Question(Samples.NL, Matter.Origin.LEAFLET, newcomers, List.of(), Optional.empty(), every, Samples.LAST, false, false));
        all.put("question-reminder.traps", new Content.QuestionReminder(Samples.NL, newcomers, every.subList(0, 1), Samples.LAST, false));
        all.put("replace-whom.traps", new Content.ReplaceWhom(Samples.NL, INGE, List.of(Samples.member(1, Samples.MARIE)), 1, every.subList(2, 3), Samples.LAST));
        all.put("posing", new TrapContent.Posing(Samples.NL, ADMIN, Address.of("hostmaster@reg\u0456stry.example").exact(), List.of("U+0456 CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I"), "", false, Samples.AT));
        all.put("posing.name", new TrapContent.Posing(Samples.NL, ADMIN, ADMIN.toString(), List.of(), "evil@elsewhere.test", true, Samples.AT));
        all.put("done.own-zone", new Content.Done(List.of(new Content.Result(Tld.of("bv"), Content.Result.Became.ADMITTED, List.of(INGE), List.of(), List.of(), false, Content.Risk.OWN_ZONE))));
        all.put("provisional.own-zone", new Content.Provisional(Tld.of("bv"), List.of(INGE), List.of(), Samples.AT, Content.Risk.OWN_ZONE));
        all.put("welcome.own-zone", new Content.Welcome(Tld.of("bv"), INGE, 5, Optional.empty(), true));
        return all;
    }
}
