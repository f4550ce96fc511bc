package tldops.core;

import java.util.List;
import java.util.Optional;

/// A pre-filled form that comes back days later (N07): what its sender left as our letter showed it says nothing, so it
/// stands as it is today, and whoever has left since stays away.
final class Since {
    private Since() {}

    /// Whom the letter showed, under the same numbers, as they are today; without those who have gone.
    static List<Amendment.Entry> today(List<Amendment.Entry> shown, List<Member> present) {
        return shown.stream().flatMap(entry -> now(entry, shown, present).map(member -> new Amendment.Entry(entry.rank(), member.person())).stream()).toList();
    }

    /// The form with today's values where it holds those that were shown.
    static Form of(Form form, List<Amendment.Entry> shown, List<Member> present) {
        List<Form.Entry> entries = form.entries().stream().flatMap(entry -> of(entry, shown, present).stream()).toList();
        return new Form(form.language(), entries, form.tlds(), form.statement(), form.quoted());
    }

    private static Optional<Form.Entry> of(Form.Entry entry, List<Amendment.Entry> shown, List<Member> present) {
        Optional<Amendment.Entry> was = was(entry, shown);
        if (was.isEmpty()) return Optional.of(entry);
        Person before = was.get().person();
        boolean name = kept(entry.name(), before.name());
        boolean email = kept(entry.email(), before.addresses());
        boolean phone = entry.phone().value().stream().anyMatch(number -> number.e164().equals(before.phone().e164()));
        Optional<Person> now = now(was.get(), shown, present).map(Member::person);
        if (now.isEmpty()) return name && email && phone ? Optional.empty() : Optional.of(entry);
        return Optional.of(new Form.Entry(entry.number(), name ? at(entry.name(), now.get().name(), now.get().name()) : entry.name(),
                email ? at(entry.email(), Modifying.emails(now.get()), now.get().addresses()) : entry.email(),
                phone ? at(entry.phone(), Modifying.phone(now.get().phone()), now.get().phone()) : entry.phone()));
    }

    /// Whom an entry is about: the one with these addresses, else the one under its number if that is still his entry.
    private static Optional<Amendment.Entry> was(Form.Entry entry, List<Amendment.Entry> shown) {
        return shown.stream().filter(one -> kept(entry.email(), one.person().addresses())).findFirst()
                .or(() -> shown.stream().filter(one -> one.rank() == entry.number() && kept(entry.name(), one.person().name())).findFirst());
    }

    private static Optional<Member> now(Amendment.Entry was, List<Amendment.Entry> shown, List<Member> present) {
        return present.stream().filter(member -> member.person().address().equals(was.person().address())).findFirst()
                .or(() -> present.stream().filter(member -> Differences.sameName(member.person(), was.person()))
                        .filter(member -> shown.stream().noneMatch(other -> other.person().address().equals(member.person().address()))).findFirst());
    }

    private static <T> boolean kept(Form.Field<T> field, T before) {
        return field.value().equals(List.of(before));
    }

    private static <T> Form.Field<T> at(Form.Field<T> field, String typed, T value) {
        return field.value().equals(List.of(value)) ? field : Form.Field.read(field.line(), typed, value);
    }
}
