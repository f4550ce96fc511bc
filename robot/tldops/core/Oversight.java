package tldops.core;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the Secretariat gets (P3, R083, L43): a copy of each decision, and one clear question where only people can help.
/// It watches; nothing it says admits, changes or removes anybody.
final class Oversight {
    private Oversight() {}

    private static final Duration ASKED_AGAIN = Duration.ofDays(14);

    /// A copy of a decision: the ccTLD, the persons concerned, who decided and how sure; never a roster.
    static Decision copy(Registry registry, Case matter, String what, List<Person> people, Address decider, String reason, Moment at) {
        return copy(registry, matter, what, people, decider.toString(), reason, at);
    }

    static Decision copy(Registry registry, Case matter, String what, List<Person> people, String decider, String reason, Moment at) {
        if (!registry.rules().oversightDecisions() || registry.rules().secretariat().isEmpty() || matter.tld().isEmpty()) return Decision.EMPTY;
        Content content = new Content.Oversight(what, matter.tld().get(), people, decider, reason, at.now());
        return Decision.EMPTY.and(Letters.notice(registry, matter, secretariat(registry), content, Language.EN, at));
    }

    private static List<Address> secretariat(Registry registry) {
        return registry.rules().secretariat().stream().sorted().toList();
    }

    /// Holds a case and asks: release, extend 5 or close.
    static Decision hold(Registry registry, Case matter, Stage.Why why, String details, boolean resumable, Moment at) {
        return escalate(registry, matter, matter.at(new Stage.Held(why, at.now(), 0, resumable)), why, details, resumable, at);
    }

    /// The question to the Secretariat about a case in its new stage.
    static Decision escalate(Registry registry, Case before, Case after, Stage.Why why, String details, boolean resumable, Moment at) {
        List<Address> secretariat = secretariat(registry);
        Journal line = Journal.of("escalated", why + ": " + details, before, after);
        if (secretariat.isEmpty()) return Decision.of(line).and(new Change.CaseSaved(after));
        Content content = new Content.Escalation(after.number(), after.tld(), why, details, resumable, Days.last(registry, Optional.empty(), at.now(), registry.rules().times().heldDays()));
        Letters.Asking asking = Letters.question(registry, after.in(Language.EN), Issued.Purpose.OVERSIGHT, secretariat.getFirst(), secretariat, content, at);
        return Decision.of(line).and(new Change.CaseSaved(asking.matter().in(before.language()))).and(asking.letter());
    }

    /// A form for a ccTLD whose admin contact nobody can reach: it waits for the Secretariat (X29), once per ccTLD.
    static Decision unreachable(Registry registry, Submissions.Sent sent, Tld tld, Stage.Why why, Authority authority, int offset, Moment at) {
        if (registry.casesOf(tld).stream().anyMatch(matter -> matter.stage() instanceof Stage.Held)) return Decision.of(Journal.of("nothing", "the Secretariat is asked about this ccTLD already", tld));
        String key = "unreachable:" + tld.label();
        if (registry.counted(key, at.now().minus(ASKED_AGAIN)) > 0) return Decision.of(Journal.of("nothing", "the Secretariat was asked about this ccTLD lately", tld));
        Forms.Checked checked = Forms.check(sent.form(), false, registry.rules());
        boolean himself = checked.newcomers().size() == 1 && sent.mail().from().filter(checked.newcomers().getFirst().person()::has).isPresent();
        if (!himself && !sent.mail().authenticated() && sent.held().isEmpty()) return Decision.of(Journal.of("nothing", "no proof, and no admin contact to ask", tld).evidence(authority));
        if (!checked.good() || sent.mail().failed()) return Decision.of(Journal.of("nothing", "defects, and no admin contact to ask", tld).evidence(authority));
        Mail mail = sent.mail();
        Matter.Applicant applicant = Submission.applicant(registry, mail);
        // when another contact counts, it goes on from the one before to that one
        Address asked = Anchors.of(registry, tld).filter(_ -> authority instanceof Authority.Known).map(Kept.Sighting::admin).orElse(registry.rules().list().owner());
        Case matter = new Case(registry.nextCase(offset), Optional.of(tld), new Matter.Admission(Matter.Origin.APPLICATION, checked.newcomers(), List.of(applicant)), new Stage.Queued(),
                asked, sent.form().language(), at.now(), List.of(), false);
        Content received = new Content.Received(tld, Days.last(registry, Optional.of(tld), at.now(), registry.rules().times().failureDays()));
        return hold(registry, matter, why, details(authority), true, at).and(new Change.Counted(key, at.now())).and(Answering.answer(registry, mail, false, received, mail.language(), at));
    }

    static String details(Authority authority) {
        return switch (authority) {
            case Authority.Known _ -> "IANA names another admin contact now";
            case Authority.Silent _ -> "IANA's record has no usable address for the admin contact";
            case Authority.NotAssigned _ -> "IANA lists the ccTLD as not assigned";
            case Authority.NoSuchTld _ -> "IANA knows no such ccTLD";
            case Authority.Unreachable unreachable -> "IANA could not be asked: " + unreachable.reason();
            case Authority.Disputed disputed -> "IANA's RDAP " + disputed.rdap() + "; its WHOIS " + disputed.whois();
        };
    }

    /// What a case is held for when IANA names nobody whom it could ask.
    static Stage.Why why(Authority authority) {
        return switch (authority) {
            case Authority.Unreachable _ -> Stage.Why.IANA_SILENT;
            case Authority.Disputed _ -> Stage.Why.IANA_DIFFERS;
            case Authority.Known _, Authority.Silent _, Authority.NotAssigned _, Authority.NoSuchTld _ -> Stage.Why.UNREACHABLE;
        };
    }

    /// When the answer arrives IANA is asked again; a contact that moved meanwhile holds the case (MAIL_RULES 11).
    static Optional<Decision> contactMoved(Registry registry, Case matter, Facts facts, Moment at) {
        Authority now = facts.of(matter.tld().orElseThrow());
        if (TechContact.asked(registry, matter, now, at).filter(matter.asked()::equals).isPresent()) return Optional.empty();
        Stage.Why why = now instanceof Authority.Known ? Stage.Why.CONTACT_CHANGED : why(now);
        Case safe = matter.spent(Issued.Purpose.VERDICT).spent(Issued.Purpose.CHOICE).spent(Issued.Purpose.FORM);
        return Optional.of(hold(registry, safe, why, details(now), true, at));
    }

    /// A mail in the admin contact's name failed its domain's own DMARC: the Secretariat hears of it, once a day (P2).
    static Decision forgery(Registry registry, Case matter, Mail mail, Moment at) {
        String key = "forgery:" + matter.tld().map(Tld::label).orElse("");
        if (registry.counted(key, at.now().minus(Duration.ofDays(1))) > 0) return Decision.EMPTY;
        return copy(registry, matter, "a mail in the admin contact's name failed", List.of(), mail.from().orElseThrow(), mail.authentication().reason(), at).and(new Change.Counted(key, at.now()));
    }
}
