package tldops.letters;

import static tldops.letters.Samples.*;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tldops.core.Address;
import tldops.core.Content;
import tldops.core.Content.Results;
import tldops.core.Content.Section;
import tldops.core.Guest;
import tldops.core.Language;
import tldops.core.Matter.Call.Fate;
import tldops.core.OptionContent.*;
import tldops.core.Person;
import tldops.core.Tld;

/// Letters about what somebody on the list sets going for himself.
final class OptionSamples {
    private static final LocalDate DAY = LocalDate.of(2027, 2, 1);
    private static final Called FIRST = called(1, MARIE, Optional.empty(), Fate.TAKEN, Fate.FAILED);
    private static final Called AWAY = called(2, JAN, Optional.of(DAY), Fate.WRITTEN);

    private OptionSamples() {}

    private static Called called(int rank, Person person, Optional<LocalDate> away, Fate... fates) {
        List<Way> ways = new ArrayList<>();
        for (int i = 0; i < fates.length; i++) ways.add(new Way(person.addresses().get(i), fates[i]));
        return new Called(rank, person, away, ways);
    }

    static void all(Map<String, Content> all) {
        all.put("results.help-on", results(List.of("who", "password", "set", "away", "back", "mydata", "forget", "urgent", "help").stream().map(topic -> section("help " + topic, new Topic(topic, topic.equals("away")))).toList()));
        all.put("results.contacts", results(contacts()));
        all.put("results.options", results(options()));
        all.put("results.away", results(away()));
        all.put("results.urgent", results(urgent()));
        all.put("action-question.guest", new Content.ActionQuestion(Optional.empty(), JAN, List.of("set digest on", "away until 2027-02-01"), AT));
        List<Open> open = List.of(new Open(14, Optional.of(CHINA), AT), new Open(15, Optional.empty(), AT));
        List<Place> places = new ArrayList<>();
        for (Basis basis : Basis.values()) places.add(place(basis));
        all.put("my-data", new MyData(JAN.name(), List.of(place(Basis.INVITED)), Optional.empty(), List.of(), 90, 24));
        all.put("my-data.all", new MyData(JAN.name(), places, Optional.of(new Seat(Guest.Role.OBSERVER, Address.of("jan@observer.test"), true, Optional.of(DAY), Language.FR, true, Optional.of(DAY), AT)), open, 90, 24));
        all.put("my-data.poster", new MyData(JAN.name(), List.of(), Optional.of(new Seat(Guest.Role.POSTER, Address.of("jan@poster.test"), false, Optional.empty(), Language.EN, false, Optional.empty(), AT)), List.of(), 90, 24));
        List<Leaves> leaves = List.of(new Leaves(NL, JAN.name()), new Leaves(CHINA, JAN.name()));
        all.put("forget-question", new ForgetQuestion(JAN.name(), leaves, false, open, 90, AT));
        all.put("forget-question.guest", new ForgetQuestion(JAN.name(), List.of(), true, List.of(), 90, AT));
        all.put("forgotten", new Forgotten(JAN.name(), leaves, 90));
        all.put("forgotten.guest", new Forgotten(JAN.name(), List.of(), 90));
        all.put("urgent-call", new UrgentCall(NL, PIET, List.of(Tld.of("be")), List.of("Your name servers answer for registry.example.", "We are at our desks."), Optional.empty(), AT));
        all.put("urgent-call.deputy", new UrgentCall(CHINA, MARIE, List.of(NL, Tld.of("aw")), List.of(), Optional.of("Li Wei"), AT));
        for (News news : News.values())
            all.put("urgent-news." + news.name().toLowerCase(), new UrgentNews(NL, news, news == News.ANSWERED ? List.of(FIRST) : List.of(FIRST, AWAY), Optional.of(AT), news != News.NEXT_ASKED, List.of("Calling you now.")));
        all.put("urgent-thanks", new UrgentThanks(NL, PIET));
    }

    private static Results results(List<Section> sections) {
        return new Results(false, sections, List.of());
    }

    private static Section section(String command, Detail detail) {
        return new Section(command, Section.Said.DETAIL, List.of(), Optional.empty(), Optional.of(detail));
    }

    private static List<Section> contacts() {
        Content.LastDay today = new Content.LastDay(LocalDate.of(2026, 12, 4), ZoneId.of("Europe/Amsterdam"));
        List<Reach> people = List.of(new Reach(1, MARIE, Language.EN, Optional.of(DAY), Optional.of("Piet Bakker")), new Reach(2, JAN, Language.FR, Optional.of(DAY), Optional.empty()), new Reach(3, PIET, Language.EN, Optional.empty(), Optional.empty()));
        return List.of(section("who .nl .be .中国 .zz", new Contacts(List.of(
                new Contact(NL, true, "Netherlands", Optional.of(today), "11:16", true, true, people),
                new Contact(Tld.of("be"), true, "Belgium", Optional.of(new Content.LastDay(today.day(), ZoneId.of("Europe/Brussels"))), "22:16", true, false, List.of()),
                new Contact(CHINA, true, "China", Optional.of(new Content.LastDay(LocalDate.of(2026, 12, 5), ZoneId.of("Asia/Shanghai"))), "05:16", false, false, people.subList(2, 3)),
                new Contact(Tld.of("zz"), false, "", Optional.empty(), "", false, false, List.of())))));
    }

    private static List<Section> options() {
        List<Section> sections = new ArrayList<>();
        for (Chose chose : Chose.values()) for (boolean already : List.of(false, true)) sections.add(section(chose.name().toLowerCase().replace('_', ' '), new Chosen(chose, already)));
        sections.add(new Section("mydata", Section.Said.FOLLOWS, List.of(), Optional.empty()));
        sections.add(new Section("forget", Section.Said.ASKED_ALREADY, List.of(), Optional.empty()));
        return sections;
    }

    private static List<Section> away() {
        List<Section> sections = new ArrayList<>();
        sections.add(section("away until 2027-02-01 deputy 2", new Gone(Optional.empty(), DAY, 2, false, List.of("Piet Bakker (.nl)"), List.of(CHINA))));
        sections.add(section("away until 2027-02-01", new Gone(Optional.empty(), DAY, 0, true, List.of(), List.of())));
        for (NoAway no : NoAway.values()) sections.add(section("away until 2027-02-01 deputy 2", new Gone(Optional.of(no), DAY, 2, false, List.of(), List.of())));
        return sections;
    }

    private static List<Section> urgent() {
        List<Section> sections = new ArrayList<>();
        for (Calling.How how : Calling.How.values()) {
            boolean asks = how == Calling.How.ASKED || how == Calling.How.UNDER_WAY;
            sections.add(section("urgent .nl", new Calling(NL, how, asks ? List.of(FIRST, AWAY) : List.of(), asks ? Optional.of(AT) : Optional.empty(), how == Calling.How.UNDER_WAY)));
        }
        return sections;
    }

    private static Place place(Basis basis) {
        boolean away = basis == Basis.LATE;
        return new Place(NL, 1, JAN, "+31655501234", "jan.jansen@registry.example (Jan Jansen, +31 6 5550 1234, .nl)", Language.EN, away, away ? Optional.of(DAY) : Optional.empty(), away ? 2 : 0, AT,
                basis == Basis.UNKNOWN ? Optional.empty() : Optional.of(AT), away, new Admitted(12, Optional.of(AT), basis, Optional.of(Address.of("admin@registry.example"))),
                basis == Basis.UNKNOWN ? Optional.empty() : Optional.of(AT), away ? Optional.empty() : Optional.of(CheckSamples.reach(basis.ordinal())));
    }
}
