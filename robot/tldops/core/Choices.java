package tldops.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A form without ccTLD from an admin contact of several: which? Answered by digits, never guessed (X15, N09, V11).
final class Choices {
    private Choices() {}

    static Decision ask(Registry registry, Submissions.Sent sent, List<Tld> candidates, Moment at) {
        Address sender = sent.mail().from().orElseThrow();
        boolean asked = registry.openCases().stream().anyMatch(open -> open.matter() instanceof Matter.WhichTld && open.asked().equals(sender));
        if (asked && !sent.mail().authenticated()) return Decision.of(Journal.of("nothing", "the same address is asked already (L20)"));
        Case matter = new Case(registry.nextCase(0), Optional.empty(), new Matter.WhichTld(sent.form(), List.copyOf(candidates), sent.mail().authenticated()), new Stage.Written(at.now()),
                sender, sent.form().language(), at.now(), List.of(), false);
        Content content = new Content.WhichTld(List.copyOf(candidates), Days.last(registry, Optional.of(candidates.getFirst()), at.now(), registry.rules().times().failureDays()));
        return Answering.to(registry, sent.mail(), true, at).map(permit -> {
            Letters.Asking asking = Letters.question(registry, matter, Issued.Purpose.CHOICE, permit.to(), content, at);
            return Decision.of(Journal.of("asked which ccTLD", "the admin contact serves " + candidates.size() + " (X15)", matter, asking.matter()))
                    .and(permit.counts().toArray(Change[]::new))
                    .and(new Change.CaseSaved(asking.matter()))
                    .and(asking.letter().answering(sent.mail()));
        }).orElse(Decision.of(Journal.of("not answered", "quota or rule of MAIL_RULES 18-21")));
    }

    /// The digits came: each chosen ccTLD is handled as if the form had named it; 0 means all.
    static Decision answered(Registry registry, Bearings.Held held, Matter.WhichTld about, List<Integer> numbers, Mail mail, Facts facts, Moment at) {
        boolean outside = numbers.isEmpty() || numbers.stream().anyMatch(number -> number < 0 || number > about.candidates().size());
        if (outside) return Unclear.askBack(registry, held, mail, Content.Expected.CHOICE, false, at);
        List<Tld> chosen = numbers.contains(0) ? about.candidates() : numbers.stream().distinct().map(number -> about.candidates().get(number - 1)).toList();
        Case ended = held.matter().spent(Issued.Purpose.CHOICE).at(new Stage.Ended(Stage.Outcome.ANSWERED, at.now(), Optional.empty()));
        Decision decision = Decision.of(Journal.of("chosen", "by digit (N09)", held.matter(), ended)).and(new Change.CaseSaved(ended));
        List<Form.Field<Tld>> named = new ArrayList<>();
        for (Tld tld : chosen) named.add(Form.Field.read(0, tld.display(), tld));
        Form form = new Form(about.form().language(), about.form().entries(), named, about.form().statement(), about.form().quoted());
        Submissions.Sent sent = new Submissions.Sent(mail, form, Optional.of(held), Optional.of(held), facts, Decision.EMPTY);
        for (int i = 0; i < chosen.size(); i++) decision = decision.and(Submission.of(registry, sent.after(decision), chosen.get(i), 2 * i, at));
        return Results.merged(decision);
    }
}
