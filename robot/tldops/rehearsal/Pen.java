package tldops.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tldops.core.Address;
import tldops.core.Authentication;
import tldops.core.Bearer;
import tldops.core.Envelope;
import tldops.core.Form;
import tldops.core.Language;
import tldops.core.Mail;
import tldops.core.Person;
import tldops.core.Request;
import tldops.core.Rules;
import tldops.core.Tld;

/// Writes mail as the reading room hands it to the core.
final class Pen {
    private final Rules.MailingList list;
    private long written;

    Pen(Rules.MailingList list) {
        this.list = list;
    }

    long written() {
        return written;
    }

    /// @param from also the envelope sender
    Mail mail(Address from, Language language, Authentication.Sureness sureness, List<Bearer> bearers, List<Address> copied, Instant now) {
        return mail(from, Optional.of(from), list.request(), language, sureness, bearers, copied, "", now);
    }

    /// @param words what he writes himself
    Mail answer(Address from, Language language, Authentication.Sureness sureness, List<Bearer> bearers, String words, Instant now) {
        return mail(from, Optional.of(from), list.request(), language, sureness, bearers, List.of(), words, now);
    }

    /// To the list itself.
    Mail post(Address from, Language language, Authentication.Sureness sureness, Instant now) {
        return mail(from, Optional.of(from), list.post(), language, sureness, List.of(), List.of(), "", now);
    }

    /// What a machine sends, with the null reverse-path.
    Mail machine(Address from, Instant now) {
        return mail(from, Optional.empty(), list.request(), Language.EN, Authentication.Sureness.UNAUTHENTICATED, List.of(), List.of(), "", now);
    }

    private Mail mail(Address from, Optional<Address> returnPath, Address to, Language language, Authentication.Sureness sureness, List<Bearer> bearers, List<Address> copied, String words, Instant now) {
        long number = ++written;
        Envelope envelope = new Envelope("smtp", true, returnPath, List.of(to), "192.0.2.1");
        List<Address> visible = new ArrayList<>(List.of(to));
        visible.addAll(copied);
        return new Mail(number, now, envelope, number + "@" + from.domain(), Optional.of(from), List.copyOf(visible), "rehearsal " + number, new Authentication(sureness, "rehearsal"),
                Optional.empty(), bearers, false, language, words, "rehearsal " + number);
    }

    /// A filled-in template, without any fault.
    static Request.FilledIn form(List<Human> people, Optional<Tld> tld, boolean statement) {
        return new Request.FilledIn(of(people, tld, statement));
    }

    /// The same with the first one's telephone number left out.
    static Request.FilledIn spoiled(List<Human> people, Optional<Tld> tld) {
        Form good = of(people, tld, true);
        List<Form.Entry> entries = new ArrayList<>(good.entries());
        Form.Entry first = entries.getFirst();
        entries.set(0, new Form.Entry(first.number(), first.name(), first.email(), Form.Field.unread(first.phone().line(), "ask at the desk")));
        return new Request.FilledIn(new Form(good.language(), List.copyOf(entries), good.tlds(), true, false));
    }

    private static Form of(List<Human> people, Optional<Tld> tld, boolean statement) {
        List<Form.Entry> entries = new ArrayList<>();
        int line = 1;
        for (Human one : people) {
            entries.add(entry(entries.size() + 1, line, one.person));
            line += 4;
        }
        List<Form.Field<Tld>> named = tld.map(name -> Form.Field.read(99, name.display(), name)).stream().toList();
        return new Form(Language.EN, List.copyOf(entries), named, statement, false);
    }

    /// The block of one person, beginning on that line.
    static Form.Entry entry(int number, int line, Person person) {
        String emails = String.join(", ", person.addresses().stream().map(Address::toString).toList());
        return new Form.Entry(number, Form.Field.read(line, person.name(), person.name()), Form.Field.read(line + 1, emails, person.addresses()), Form.Field.read(line + 2, person.phone().typed(), person.phone()));
    }
}
