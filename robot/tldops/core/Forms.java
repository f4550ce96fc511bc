package tldops.core;

import static tldops.core.Defect.What.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Checks a filled-in form: everything that is wrong at once, each with its line (N06), or the people it names.
final class Forms {
    private Forms() {}

    /// @param newcomers complete only when there are no defects
    record Checked(List<Matter.Newcomer> newcomers, List<Defect> defects) {
        boolean good() {
            return defects.isEmpty();
        }
    }

    /// @param statement whether the sentence of responsibility is required (R023); an SSC's own request has none
    static Checked check(Form form, boolean statement, Rules rules) {
        List<Defect> defects = new ArrayList<>();
        List<Matter.Newcomer> newcomers = new ArrayList<>();
        Set<Address> seen = new HashSet<>();
        List<Form.Entry> filled = form.filled();
        if (filled.isEmpty()) defects.add(new Defect(0, 0, NOBODY, ""));
        Set<Integer> numbers = new HashSet<>();
        for (Form.Entry entry : filled) {
            if (entry.number() == 0) defects.add(new Defect(0, 0, NUMBER_MISSING, ""));
            else if (!numbers.add(entry.number())) defects.add(new Defect(0, 0, NUMBER_TWICE, Integer.toString(entry.number())));
        }
        if (filled.size() > rules.ssc().max()) defects.add(new Defect(0, 0, TOO_MANY, ""));
        for (Form.Entry entry : filled) person(entry, seen, rules, defects).ifPresent(newcomers::add);
        if (statement && !form.statement()) defects.add(new Defect(0, 0, STATEMENT_MISSING, ""));
        return new Checked(List.copyOf(newcomers), List.copyOf(defects));
    }

    private static Optional<Matter.Newcomer> person(Form.Entry entry, Set<Address> seen, Rules rules, List<Defect> defects) {
        int before = defects.size();
        if (entry.name().value().isEmpty()) defects.add(wrong(entry, entry.name(), NAME_MISSING));
        email(entry, seen, rules).ifPresent(defects::add);
        if (entry.phone().blank()) defects.add(wrong(entry, entry.phone(), PHONE_MISSING));
        else if (entry.phone().value().isEmpty()) defects.add(wrong(entry, entry.phone(), PHONE_UNREADABLE));
        if (defects.size() > before) return Optional.empty();
        Person person = new Person(entry.name().value().getFirst(), entry.email().value().getFirst(), entry.phone().value().getFirst());
        return Optional.of(new Matter.Newcomer(entry.number(), person, role(person, rules)));
    }

    private static Optional<Defect> email(Form.Entry entry, Set<Address> seen, Rules rules) {
        Form.Field<List<Address>> field = entry.email();
        if (field.blank()) return Optional.of(wrong(entry, field, EMAIL_MISSING));
        if (field.value().isEmpty() || field.value().getFirst().isEmpty()) return Optional.of(wrong(entry, field, EMAIL_UNREADABLE));
        List<Address> addresses = field.value().getFirst();
        if (addresses.size() > 2) return Optional.of(wrong(entry, field, EMAIL_TOO_MANY));
        if (addresses.stream().anyMatch(address -> rules.list().owns(address) || rules.secretariat(address))) return Optional.of(wrong(entry, field, EMAIL_OURS));
        if (!addresses.stream().allMatch(seen::add)) return Optional.of(wrong(entry, field, EMAIL_TWICE));
        boolean refused = rules.ssc().role() == Rules.RolePolicy.REFUSE && addresses.stream().anyMatch(address -> role(address, rules));
        return refused ? Optional.of(wrong(entry, field, EMAIL_ROLE)) : Optional.empty();
    }

    private static Defect wrong(Form.Entry entry, Form.Field<?> field, Defect.What what) {
        return new Defect(field.line(), entry.number(), what, field.typed());
    }

    private static boolean role(Person person, Rules rules) {
        return person.addresses().stream().anyMatch(address -> role(address, rules));
    }

    /// Whether an address looks like a function and not like a person (X24, R015, R091).
    static boolean role(Address address, Rules rules) {
        String local = address.untagged().key();
        local = local.substring(0, local.indexOf('@')).replaceAll("[0-9]+$", "");
        return rules.ssc().roleNames().contains(local)
                || List.of(local.split("[._-]")).stream().anyMatch(rules.ssc().roleNames()::contains);
    }

    /// The form as it goes back: what was good stays, each bad line with its reason (N06).
    static Content.Correction correction(Form form, List<Defect> defects, Optional<Tld> tld, int max, Content.LastDay last) {
        List<Content.Block> blocks = new ArrayList<>();
        for (Form.Entry entry : form.filled()) {
            blocks.add(new Content.Block(entry.number(), line(entry, entry.name(), defects, Set.of(NAME_MISSING)),
                    line(entry, entry.email(), defects, Set.of(EMAIL_MISSING, EMAIL_UNREADABLE, EMAIL_OURS, EMAIL_TWICE, EMAIL_ROLE, EMAIL_TOO_MANY)),
                    line(entry, entry.phone(), defects, Set.of(PHONE_MISSING, PHONE_UNREADABLE))));
        }
        List<Defect> others = defects.stream().filter(defect -> defect.entry() == 0).toList();
        return new Content.Correction(tld, List.copyOf(blocks), others, form.statement(), max, last);
    }

    private static Content.Line line(Form.Entry entry, Form.Field<?> field, List<Defect> defects, Set<Defect.What> about) {
        return new Content.Line(field.typed(), defects.stream()
                .filter(defect -> defect.entry() == entry.number() && about.contains(defect.what()))
                .findFirst());
    }

    /// What the admin contact should look at before he confirms (X10, X24).
    static List<Content.Doubt> doubts(List<Matter.Newcomer> newcomers, CcTld ccTld) {
        List<Content.Doubt> doubts = new ArrayList<>();
        for (Matter.Newcomer newcomer : newcomers) {
            Person person = newcomer.person();
            if (newcomer.role()) doubts.add(new Content.Doubt(Content.Doubt.Kind.ROLE_ADDRESS, person));
            if (!person.phone().plausible()) doubts.add(new Content.Doubt(Content.Doubt.Kind.PHONE_IMPLAUSIBLE, person));
            else if (!person.phone().country().isEmpty() && !person.phone().country().equals(ccTld.iso3166()))
                doubts.add(new Content.Doubt(Content.Doubt.Kind.PHONE_OF_ANOTHER_COUNTRY, person));
        }
        return List.copyOf(doubts);
    }
}
