package tldops.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What became of our letters (DESIGN 1.6, X29, L05, L10): the relay took it, gave it up, or it bounced.
final class Fates {
    private Fates() {}

    /// A case's working days count from the relay's yes (SPEC 1.10).
    static Decision sent(Registry registry, String letter, Instant accepted, Moment at) {
        Optional<Decision> call = Urgency.fate(registry, letter, Matter.Call.Fate.TAKEN, at);
        if (call.isPresent()) return call.get();
        Decision decision = Decision.EMPTY;
        for (Case written : registry.casesOfLetter(letter)) {
            if (!(written.stage() instanceof Stage.Written)) continue;
            Case asked = written.at(new Stage.Asked(accepted, 0));
            decision = decision.and(Journal.of("sent", "the relay took it", written, asked)).and(new Change.CaseSaved(asked));
        }
        return decision;
    }

    static Decision givenUp(Registry registry, String letter, String reason, Moment at) {
        return unreachable(registry, letter, "our letter could not be delivered: " + reason, at);
    }

    /// The relay was away for too long, or sending was held. Who was to be asked has not been asked: the question is
    /// written anew, to whom IANA names now, with a last day and a secret of its own. A mere reminder is not.
    static Decision expired(Registry registry, String letter, Facts facts, Moment at) {
        Optional<Decision> call = Urgency.fate(registry, letter, Matter.Call.Fate.FAILED, at);
        if (call.isPresent()) return call.get();
        List<Case> found = registry.casesOfLetter(letter).stream().filter(matter -> waits(matter) && matter.letter().equals(letter)).toList();
        if (found.isEmpty()) return Decision.nothing("no open question was in that letter");
        List<Case> reconfirming = found.stream().filter(matter -> matter.matter() instanceof Matter.Reconfirmation).toList();
        if (!reconfirming.isEmpty()) return reconfirming.getFirst().stage() instanceof Stage.Written ? Reconfirming.anew(registry, reconfirming, at) : Decision.nothing("its question has left before");
        Decision decision = Decision.EMPTY;
        for (Case matter : found) decision = decision.and(anew(registry, matter, facts, at));
        return decision;
    }

    private static Decision anew(Registry registry, Case matter, Facts facts, Moment at) {
        if (Checks.is(matter)) return Checks.anew(registry, matter, at);
        if (asksSender(matter)) return silently(matter, "our letter could not leave in time", at);
        if (!(matter.stage() instanceof Stage.Written)) return Decision.nothing("its question has left before");
        Authority authority = facts.of(matter.tld().orElseThrow());
        if (Anchors.fresh(registry, matter.tld().orElseThrow(), authority)) return Oversight.hold(registry, matter, Stage.Why.CONTACT_CHANGED, Oversight.details(authority), true, at);
        if (authority.address().isEmpty()) return Oversight.hold(registry, matter, Oversight.why(authority), Oversight.details(authority), true, at);
        Case fresh = Whom.asking(matter.spent(Issued.Purpose.FORM).spent(Issued.Purpose.VERDICT).spent(Issued.Purpose.CHOICE), TechContact.asked(registry, matter, authority, at).orElseThrow());
        String reason = "its letter could not leave before its best-before: written anew";
        return matter.matter() instanceof Matter.Invitation
                ? Invitations.write(registry, fresh, authority, reason, at)
                : Questions.ask(registry, fresh, false, Journal.of("", reason).evidence(authority), at);
    }

    static Decision bounced(Registry registry, Request.Bounced bounce, Moment at) {
        if (bounce.key().isEmpty()) return Decision.nothing("a bounce without our key" + (bounce.about().isEmpty() ? "" : ", about " + bounce.about()) + ": no state moves (MAIL_RULES 25)");
        if (bounce.failed().isEmpty()) return Decision.nothing("merely delayed or a success (L05)");
        Verp.Key key = Verp.read(bounce.key().get());
        Optional<Post> post = Reach.post(registry, key);
        if (post.isPresent()) return Reach.bounced(registry, post.get(), key, bounce, at);
        String status = bounce.failed().getFirst().status();
        Decision scored = Scores.bounced(registry, key, bounce, at);
        Decision held = unreachable(registry, bounce.key().get(), "our letter came back" + (status.isEmpty() ? "" : " with status " + status), at);
        return scored.equals(Decision.EMPTY) ? held : held.changes().isEmpty() ? scored : scored.and(held);
    }

    /// Only a request to the admin contact matters; the failure of a notification is told to nobody (L10).
    private static Decision unreachable(Registry registry, String letter, String details, Moment at) {
        Optional<Decision> call = Urgency.fate(registry, letter, Matter.Call.Fate.FAILED, at);
        if (call.isPresent()) return call.get();
        Decision decision = Decision.EMPTY;
        List<Case> reconfirming = registry.casesOfLetter(letter).stream().filter(matter -> waits(matter) && matter.matter() instanceof Matter.Reconfirmation).toList();
        if (!reconfirming.isEmpty()) return Reconfirming.unanswered(registry, reconfirming, AnchorContent.ContactsNews.News.UNDELIVERED, at);
        for (Case matter : registry.casesOfLetter(letter)) {
            if (awaits(matter, letter)) decision = decision.and(Oversight.hold(registry, matter, Stage.Why.UNREACHABLE, details, true, at));
            else if (waits(matter) && Checks.is(matter)) decision = decision.and(Checks.returned(registry, matter, letter, details, at));
            else if (waits(matter) && asksSender(matter)) decision = decision.and(silently(matter, details, at));
        }
        return decision.equals(Decision.EMPTY) ? Decision.nothing("no open question was in that letter (L10)") : decision;
    }

    private static boolean awaits(Case matter, String letter) {
        boolean ofAdmin = matter.matter() instanceof Matter.Invitation || Questions.asks(matter);
        return waits(matter) && ofAdmin && matter.tokens().stream().anyMatch(issued -> issued.letter().equals(letter) && issued.purpose() != Issued.Purpose.OVERSIGHT && issued.to().equals(matter.asked()));
    }

    private static boolean waits(Case matter) {
        return matter.stage() instanceof Stage.Written || matter.stage() instanceof Stage.Asked || matter.stage() instanceof Stage.Reminded;
    }

    /// A form to mend, a choice, a command: who asked can not be reached, so it is over.
    private static boolean asksSender(Case matter) {
        return matter.matter() instanceof Matter.Correction || matter.matter() instanceof Matter.WhichTld || matter.matter().personal()
                || matter.matter() instanceof Matter.Modify || matter.matter() instanceof Matter.Restore
                || (matter.matter() instanceof Matter.Appointment appointment && appointment.step() == Matter.Step.PROVE);
    }

    private static Decision silently(Case matter, String details, Moment at) {
        Case ended = matter.at(new Stage.Ended(Stage.Outcome.FAILED, at.now(), Optional.empty()));
        return Decision.of(Journal.of("ended", details, matter, ended)).and(new Change.CaseSaved(ended));
    }
}
