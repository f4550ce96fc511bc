package tldops.rehearsal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tldops.core.Address;
import tldops.core.ChangeContent;
import tldops.core.Content;
import tldops.core.Form;
import tldops.core.Language;
import tldops.core.Person;
import tldops.core.Phone;
import tldops.core.Request;

/// The form with the present data as it lies before its reader, and what he makes of it (N07).
final class Prefilled {
    final Map<Integer, Optional<Person>> places = new TreeMap<>();

    Prefilled(ChangeContent.ModifyForm letter) {
        for (Content.Block block : letter.blocks()) places.put(block.number(), person(block));
    }

    private static Optional<Person> person(Content.Block block) {
        if (block.name().typed().isEmpty()) return Optional.empty();
        List<Address> addresses = Arrays.stream(block.email().typed().split(", ")).map(Address::of).toList();
        String typed = block.phone().typed();
        return Optional.of(new Person(block.name().typed(), addresses, new Phone(typed, typed.replaceAll("[^+0-9]", ""), true, "")));
    }

    List<Integer> filled() {
        return places.entrySet().stream().filter(place -> place.getValue().isPresent()).map(Map.Entry::getKey).toList();
    }

    Optional<Person> person(int number) {
        return places.getOrDefault(number, Optional.empty());
    }

    List<Person> people() {
        return places.values().stream().flatMap(Optional::stream).toList();
    }

    Request.FilledIn form() {
        List<Form.Entry> entries = places.entrySet().stream().map(place -> place.getValue().map(person -> Pen.entry(place.getKey(), 4 * place.getKey(), person))
                .orElseGet(() -> new Form.Entry(place.getKey(), Form.Field.none(), Form.Field.none(), Form.Field.none()))).toList();
        return new Request.FilledIn(new Form(Language.EN, entries, List.of(), true, false));
    }
}
