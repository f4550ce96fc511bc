package tldops.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `modify` (N07): the present data as a form that is filled in, with a secret that brings it back. It goes to the IANA
/// address, a proved delegate or the SSC's stored address, and to no other (P5).
final class Modifying {
    private Modifying() {}

    private static final Duration PENDING = Duration.ofDays(1);

    /// The whole ccTLD.
    static Decision whole(Registry registry, Mail mail, Tld tld, Standing.Relation relation, Authority.Known authority, Decision before, Moment at) {
        Standing.Then then = Standing.of(relation, Standing.Asks.MODIFY, Standing.proof(mail, false), Standing.trust(registry, tld, authority, at));
        if (then != Standing.Then.ACT && then != Standing.Then.ASK_STORED_ADDRESS) return Decision.of(Journal.of("nothing", "no proof that he is the delegate (X31)", tld));
        Address to = relation == Standing.Relation.DELEGATE || relation == Standing.Relation.TECH ? mail.from().orElseThrow() : authority.admin();
        List<Amendment.Entry> present = registry.membersOf(tld).stream().map(Amendment.Entry::of).toList();
        boolean known = then == Standing.Then.ACT;
        return send(registry, mail, tld, to, present, false, known, Optional.of(Reachability.of(registry, tld, at.now())), before, at);
    }

    /// An SSC's own entry, to its first address.
    static Decision own(Registry registry, Mail mail, Member member, Decision before, Moment at) {
        return send(registry, mail, member.tld(), member.person().address(), List.of(Amendment.Entry.of(member)), true, true, Reachability.shown(registry, member, at.now()), before, at);
    }

    /// @param known the sender is known to be the one it goes to; else it is a question more to that address (L20)
    private static Decision send(Registry registry, Mail mail, Tld tld, Address to, List<Amendment.Entry> shown, boolean own, boolean known, Optional<Reachability> reach, Decision before, Moment at) {
        List<Case> all = registry.casesOf(tld).stream().filter(matter -> matter.open() && matter.asked().equals(to) && matter.matter() instanceof Matter.Modify modify && modify.own() == own).toList();
        // nobody makes the form void that another is filling in
        Optional<Case> open = all.stream().filter(_ -> known).findFirst();
        long asked = before.changes().stream().filter(change -> change instanceof Change.Counted counted && counted.key().equals(Questions.questionKey(to))).count();
        boolean pending = all.stream().anyMatch(matter -> matter.opened().isAfter(at.now().minus(PENDING)));
        if (!known && (pending || Questions.exhausted(registry, to, asked, at.now()))) return Decision.of(Journal.of("nothing", "the form is on its way already, or enough was asked today (L20)", tld));
        Optional<Answering.Permit> permit = known ? Answering.to(registry, mail, true, at) : Optional.empty();
        if (known && permit.isEmpty()) return Decision.of(Journal.of("not answered", "quota or rule of MAIL_RULES 18-21", tld));
        Matter.Modify modify = new Matter.Modify(shown, own, draft(tld, shown, mail.language()));
        Case matter = open.map(found -> found.spent(Issued.Purpose.FORM).about(modify).in(mail.language()).at(new Stage.Written(at.now())))
                .orElseGet(() -> new Case(registry.nextCase(Opened.by(registry, before)), Optional.of(tld), modify, new Stage.Written(at.now()), to, mail.language(), at.now(), List.of(), false));
        Content content = new ChangeContent.ModifyForm(tld, own, blocks(shown, own ? 0 : registry.rules().ssc().max()), registry.rules().ssc().max(),
                Days.last(registry, matter.tld(), at.now(), registry.rules().times().failureDays()), reach);
        Letters.Asking asking = Letters.question(registry, matter, Issued.Purpose.FORM, to, content, at);
        Change[] counts = permit.map(given -> given.counts().toArray(Change[]::new)).orElseGet(() -> new Change[] {new Change.Counted(Questions.questionKey(to), at.now())});
        return Decision.of(Journal.of("form sent", own ? "his own entry, to the stored address (N07, P5)" : "the present data, to who speaks for the ccTLD (N07)", matter, asking.matter()))
                .and(new Change.CaseSaved(asking.matter())).and(counts).and(asking.letter());
    }

    /// The form as it would come back when nothing is changed: what is left out of a part of it stays as it is.
    static Form draft(Tld tld, List<Amendment.Entry> shown, Language language) {
        List<Form.Entry> entries = shown.stream().map(entry -> new Form.Entry(entry.rank(), Form.Field.read(0, entry.person().name(), entry.person().name()),
                Form.Field.read(0, emails(entry.person()), entry.person().addresses()), Form.Field.read(0, phone(entry.person().phone()), entry.person().phone()))).toList();
        return new Form(language, entries, List.of(Form.Field.read(0, tld.display(), tld)), true, false);
    }

    /// What comes back: a form that holds every number shown counts as it is, and whoever was emptied in it leaves; of a part
    /// of it only the lines that are there count. Lines that are as they were shown stand as they are today.
    static Form mended(Registry registry, Tld tld, Matter.Modify modify, Form by) {
        boolean complete = by.filled().stream().allMatch(entry -> entry.number() > 0 && entry.name().line() > 0 && entry.email().line() > 0 && entry.phone().line() > 0);
        List<Integer> numbers = by.entries().stream().map(Form.Entry::number).toList();
        boolean every = complete && !by.filled().isEmpty() && modify.shown().stream().allMatch(entry -> numbers.contains(entry.rank()));
        Form whole = every ? new Form(by.language(), by.entries(), by.tlds().isEmpty() ? modify.draft().tlds() : by.tlds(), by.statement(), by.quoted()) : modify.draft().mended(by);
        return Since.of(whole, modify.shown(), registry.membersOf(tld));
    }

    static List<Content.Block> blocks(List<Amendment.Entry> shown, int max) {
        List<Content.Block> blocks = new ArrayList<>();
        int highest = shown.stream().mapToInt(Amendment.Entry::rank).max().orElse(0);
        for (int number = 1; number <= Math.max(max, highest); number++) {
            int wanted = number;
            Optional<Person> person = shown.stream().filter(entry -> entry.rank() == wanted).map(Amendment.Entry::person).findFirst();
            if (person.isPresent() || number <= max) blocks.add(new Content.Block(number, line(person.map(Person::name)), line(person.map(Modifying::emails)), line(person.map(there -> phone(there.phone())))));
        }
        return List.copyOf(blocks);
    }

    private static Content.Line line(Optional<String> value) {
        return new Content.Line(value.orElse(""), Optional.empty());
    }

    static String emails(Person person) {
        return String.join(", ", person.addresses().stream().map(Address::toString).toList());
    }

    /// As typed where that can be read again, else the whole number.
    static String phone(Phone phone) {
        return phone.typed().replaceAll("[^+0-9]", "").equals(phone.e164()) ? phone.typed() : phone.e164();
    }
}
