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
        return mail(from, Optional.of(from), language, sureness, bearers, copied, now);
    }

    /// What a machine sends, with the null reverse-path.
    Mail machine(Address from, Instant now) {
        return mail(from, Optional.empty(), Language.EN, Authentication.Sureness.UNAUTHENTICATED, List.of(), List.of(), now);
    }

    private Mail mail(Address from, Optional<Address> returnPath, Language language, Authentication.Sureness sureness, List<Bearer> bearers, List<Address> copied, Instant now) {
        long number = ++written;
        Envelope envelope = new Envelope("smtp", true, returnPath, List.of(list.request()), "192.0.2.1");
        List<Address> visible = new ArrayList<>(List.of(list.request()));
        visible.addAll(copied);
        return new Mail(number, now, envelope, number + "@" + from.domain(), Optional.of(from), List.copyOf(visible), "rehearsal", new Authentication(sureness, "rehearsal"),
                Optional.empty(), bearers, false, language, "", "rehearsal " + number);
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
            entries.add(new Form.Entry(entries.size() + 1, Form.Field.read(line, one.person.name(), one.person.name()),
                    Form.Field.read(line + 1, one.address().toString(), one.person.addresses()), Form.Field.read(line + 2, one.person.phone().typed(), one.person.phone())));
            line += 4;
        }
        List<Form.Field<Tld>> named = tld.map(name -> Form.Field.read(99, name.display(), name)).stream().toList();
        return new Form(Language.EN, List.copyOf(entries), named, statement, false);
    }
}
