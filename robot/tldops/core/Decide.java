package tldops.core;

import java.util.Optional;

/// The one door into the core: what follows from an event.
public final class Decide {
    private Decide() {}

    /// Never fails; a refusal is a decision. Reads the registry, changes nothing.
    public static Decision on(Registry registry, Event event, Moment at) {
        Event weighed = Signatures.weighed(registry, event);
        Decision decided = Guests.joined(registry, Signatures.told(registry, weighed, at).and(decided(registry, weighed, at)), at);
        Decision decision = decided.and(Changes.unplaced(registry, decided, at)).and(Relieving.overtaken(registry, Anchors.counting(registry, facts(event)), decided, at)).and(Disputes.of(registry, facts(event), decided, at));
        decision = decision.and(Anchors.noticed(registry, facts(event), decision, at));
        Decision known = decision.and(Unreachable.dropped(registry, decision)).and(Mailings.noted(registry, decision, at));
        return Forgetting.noted(registry, known.and(Vacancies.of(registry, decision, at)), at);
    }

    private static Facts facts(Event event) {
        return switch (event) {
            case Event.Arrived(_, _, var facts) -> facts;
            // what these look at, they look at themselves
            case Event.Due(var duty, _, _, _) when duty == Event.Duty.WATCH || duty == Event.Duty.DEADLINES -> Facts.NONE;
            case Event.Due(_, _, _, var facts) -> facts;
            case Event.Expired(_, var facts) -> facts;
            case Event.Ordered(_, _, var facts) -> facts;
            case Event.Differs(var facts) -> facts;
            default -> Facts.NONE;
        };
    }

    private static Decision decided(Registry registry, Event event, Moment at) {
        return switch (event) {
            case Event.Arrived(var mail, Request.Automatic automatic, _) -> Proposals.came(registry, mail, automatic, at);
            case Event.Arrived(_, Request.Bounced bounced, _) -> Fates.bounced(registry, bounced, at);
            case Event.Arrived(_, Request.Complained complained, _) -> Complaints.came(registry, complained, at);
            case Event.Arrived(var mail, var request, var facts) -> answering(mail, Proofs.of(registry, mail, at).and(Scores.healed(registry, mail, at)).and(Life.of(registry, mail, at))
                    .and(Urgency.answered(registry, mail, request, at).orElseGet(() -> arrived(registry, mail, request, facts, at))));
            case Event.Due due -> Duties.due(registry, due, at);
            case Event.Sent(var letter, var accepted) -> Fates.sent(registry, letter, accepted, at);
            case Event.Archived(var inbox) -> Posts.archived(inbox);
            case Event.Probed(var door, var recipients) ->
                    Decision.of(Journal.of("probe", "came in through " + door + " for " + String.join(", ", recipients.stream().map(Address::untagged).map(Address::toString).toList())));
            case Event.GivenUp(var letter, var reason) -> Fates.givenUp(registry, letter, reason, at);
            case Event.Undelivered(var letter, var subscribers, var reason) -> Reach.undelivered(registry, letter, subscribers, reason, at);
            case Event.Expired(var letter, var facts) -> Fates.expired(registry, letter, facts, at);
            case Event.Differs _ -> Decision.EMPTY;
            case Event.Missed(var outage) -> Clocks.missed(outage);
            case Event.ClockDoubted doubted -> Clocks.doubted(registry, doubted, at);
            case Event.Ordered(Event.Order.AcceptClock accept, var operator, _) -> Clocks.accepted(accept, operator);
            case Event.Ordered(Event.Order.Invite invite, _, var facts) -> Invitations.ordered(registry, invite.tlds(), facts, at);
            case Event.Ordered(Event.Order.Import imported, var operator, _) -> Imports.ordered(registry, imported, operator, at);
            case Event.Ordered(Event.Order.Undo undo, var operator, var facts) -> Undoing.ordered(registry, undo.caseNumber(), operator, facts, at);
            case Event.Ordered(Event.Order.Judge judge, _, var facts) -> Judgments.ordered(registry, judge, facts, at);
            case Event.Ordered(Event.Order.AddGuest guest, _, _) -> Guests.added(registry, guest, at);
            case Event.Ordered(Event.Order.RemoveGuest guest, var operator, _) -> Guests.removed(registry, guest.address(), operator, at);
            case Event.Ordered(Event.Order.AddKey key, var operator, var facts) -> Keys.added(registry, key, operator, facts, at);
            case Event.Ordered(Event.Order.RemoveKey key, var operator, _) -> Keys.removed(registry, key, operator, at);
            case Event.Ordered(Event.Order.Campaign campaign, var operator, _) -> Campaigns.ordered(registry, campaign, operator);
        };
    }

    private static Decision arrived(Registry registry, Mail mail, Request request, Facts facts, Moment at) {
        Optional<Impostors.Found> posing = request instanceof Request.Post ? Optional.empty() : Impostors.of(registry, mail, request, facts, at);
        if (posing.filter(Impostors.Found::stops).isPresent()) return posing.get().told();
        return posing.map(Impostors.Found::told).orElse(Decision.EMPTY).and(asked(registry, mail, request, facts, at));
    }

    private static Decision asked(Registry registry, Mail mail, Request request, Facts facts, Moment at) {
        Optional<Decision> entry = Checks.answered(registry, mail, request, at).or(() -> Entries.answered(registry, mail, request, at));
        if (entry.isPresent()) return entry.get();
        return switch (request) {
            case Request.FilledIn filled -> Submissions.came(registry, mail, filled.form(), facts, at);
            case Request.Answered answered -> Answers.came(registry, mail, answered, facts, at);
            case Request.Commands commands -> Steering.came(registry, mail, commands, facts, at);
            case Request.Post post -> Posts.came(registry, mail, post, at);
            case Request.Unclear unclear -> HeldPosts.insisted(registry, mail, at).orElseGet(() -> Unclear.came(registry, mail, unclear.reason(), at));
            case Request.Automatic _, Request.Bounced _, Request.Complained _ -> Decision.EMPTY;
        };
    }

    /// What goes back to the sender is an answer to his mail (RFC 3834 3.1.5).
    private static Decision answering(Mail mail, Decision decision) {
        return new Decision(decision.changes(), decision.letters().stream()
                .map(letter -> letter.to().stream().anyMatch(mail::isFrom) ? letter.answering(mail) : letter)
                .toList(), decision.journal());
    }
}
