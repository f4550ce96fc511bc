package tldops.letters;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tldops.core.Address;
import tldops.core.BulletinContent;
import tldops.core.Clean;
import tldops.core.Content;
import tldops.core.Language;
import tldops.core.Matter;
import tldops.core.Member;
import tldops.core.Person;
import tldops.core.Phone;
import tldops.core.Scripts;
import tldops.core.Tld;

/// What a template sees of a letter: texts, numbers, yes or no, lists and tables of these, and nothing that can act.
/// Every text is cleaned once more here; an empty Optional is a value that is missing.
record Values(Language language) {
    Map<String, Object> of(Content content) {
        return components((Record) content);
    }

    private Map<String, Object> components(Record parts) {
        Map<String, Object> table = new HashMap<>();
        for (RecordComponent component : parts.getClass().getRecordComponents()) {
            Object part = read(component, parts);
            if (part instanceof Optional<?> maybe) maybe.ifPresent(there -> put(table, component.getName(), there));
            else put(table, component.getName(), part);
        }
        return table;
    }

    /// A ccTLD comes twice: with its A-label for reading, and bare for a form or a command.
    private void put(Map<String, Object> table, String name, Object part) {
        table.put(name, value(part));
        if (part instanceof Tld tld) table.put(name + "Name", tld.display());
    }

    private Object value(Object value) {
        return switch (value) {
            case String text -> Clean.line(text);
            case Integer number -> number;
            case Long number -> number;
            case Boolean yes -> yes;
            case Enum<?> name -> name.name();
            case List<?> list -> list.stream().map(this::value).toList();
            case Tld tld -> tld.exact();
            case Address address -> address.exact();
            case Phone phone -> phone(phone);
            case Person person -> person(person);
            case Member member -> ranked(member.rank(), member.person(), false);
            case Matter.Newcomer newcomer -> ranked(newcomer.rank(), newcomer.person(), true);
            // its own letter shows it; in a reader's only its number is seen, four hundred times
            case BulletinContent.RosterEdition edition -> Map.of("number", edition.number(), "day", Dates.day(edition.day(), language));
            case Content.LastDay last -> Dates.last(last, language);
            case Instant at -> Dates.instant(at, language);
            case LocalDate day -> Dates.day(day, language);
            case Record parts -> components(parts);
            default -> throw new IllegalArgumentException("no template may see a " + value.getClass().getSimpleName());
        };
    }

    private static Map<String, Object> person(Person person) {
        List<String> addresses = person.addresses().stream().map(Address::exact).toList();
        return Map.of(
                "name", Clean.line(person.name()),
                "marked", Scripts.marked(Clean.line(person.name())),
                "addresses", addresses,
                "email", addresses.stream().collect(Collectors.joining(", ")),
                "phone", phone(person.phone()),
                "dialable", person.phone().plausible());
    }

    /// Of a member a letter shows who it is and the rank, never what is kept of passwords and secrets.
    private static Map<String, Object> ranked(int rank, Person person, boolean fresh) {
        return Map.of("rank", rank, "person", person(person), "fresh", fresh);
    }

    /// As typed, and in E.164 where that is not the same number with spaces.
    private static String phone(Phone phone) {
        String typed = Clean.line(phone.typed());
        return typed.replaceAll("[^+0-9]", "").equals(phone.e164()) ? typed : typed + " (" + phone.e164() + ")";
    }

    private static Object read(RecordComponent component, Record parts) {
        try {
            return component.getAccessor().invoke(parts);
        } catch (IllegalAccessException | InvocationTargetException hidden) {
            throw new IllegalStateException(parts.getClass().getSimpleName() + "." + component.getName() + " can not be read", hidden);
        }
    }
}
