package tldops.core;

import java.util.Optional;

/// The one door into the core: what follows from an event.
public final class Decide {
    private Decide() {}

    /// Never fails; a refusal is a decision. Reads the registry, changes nothing.
    public static Decision on(Registry registry, Event event, Moment at) {
        Decision decided = Guests.joined(registry, decided(registry, event, at), at);
        Decision decision = decided.and(Changes.unplaced(registry, decided, at)).and(Relieving.overtaken(registry, facts(event), decided, at));
        decision = decision.and(Anchors.noticed(registry, facts(event), decision, at));
        return Forgetting.noted(registry, decision.and(Vacancies.of(registry, decision, at)), at);
    }

    private static Facts facts(Event event) {
        return switch (event) {
            case Event.Arrived(_, _, var facts) -> facts;
            // what these look at, they look at themselves
            case Event.Due(var duty, _, _, _) when duty == Event.Duty.WATCH || duty == Event.Duty.DEADLINES -> Facts.NONE;
            case Event.Due(_, _, _, var facts) -> facts;
            case Event.Expired(_, var facts) -> facts;
            case Event.Ordered(_, _, var facts) -> facts;
            default -> Facts.NONE;
        };
    }

    private static Decision decided(Registry registry, Event event, Moment at) {
        return switch (event) {
            case Event.Arrived(_, Request.Automatic automatic, _) -> Decision.nothing("automatic: " + automatic.reason());
            case Event.Arrived(_, Request.Bounced bounced, _) -> Fates.bounced(registry, bounced, at);
            case Event.Arrived(var mail, var request, var facts) -> answering(mail, Proofs.of(registry, mail, at).and(Scores.healed(registry, mail, at))
                    .and(Urgency.answered(registry, mail, request, at).orElseGet(() -> arrived(registry, mail, request, facts, at))));
            case Event.Due due -> Duties.due(registry, due, at);
            case Event.Sent(var letter, var accepted) -> Fates.sent(registry, letter, accepted, at);
            case Event.Archived(var inbox) -> Posts.archived(inbox);
            case Event.Probed(var door, var recipients) ->
                    Decision.of(Journal.of("probe", "came in through " + door + " for " + String.join(", ", recipients.stream().map(Address::untagged).map(Address::toString).toList())));
            case Event.GivenUp(var letter, var reason) -> Fates.givenUp(registry, letter, reason, at);
            case Event.Undelivered(var letter, var subscribers, var reason) -> Reach.undelivered(registry, letter, subscribers, reason, at);
            case Event.Expired(var letter, var facts) -> Fates.expired(registry, letter, facts, at);
            case Event.Missed(var outage) -> Clocks.missed(outage);
            case Event.ClockDoubted doubted -> Clocks.doubted(registry, doubted, at);
            case Event.Ordered(Event.Order.AcceptClock accept, var operator, _) -> Clocks.accepted(accept, operator);
            case Event.Ordered(Event.Order.Invite invite, _, var facts) -> Invitations.ordered(registry, invite.tlds(), facts, at);
            case Event.Ordered(Event.Order.Import imported, var operator, _) -> Imports.ordered(registry, imported, operator, at);
            case Event.Ordered(Event.Order.Undo undo, var operator, var facts) -> Undoing.ordered(registry, undo.caseNumber(), operator, facts, at);
            case Event.Ordered(Event.Order.Judge judge, _, var facts) -> Judgments.ordered(registry, judge, facts, at);
            case Event.Ordered(Event.Order.AddGuest guest, _, _) -> Guests.added(registry, guest, at);
            case Event.Ordered(Event.Order.RemoveGuest guest, var operator, _) -> Guests.removed(registry, guest.address(), operator, at);
            case Event.Ordered(Event.Order.Campaign campaign, var operator, _) -> Campaigns.ordered(registry, campaign, operator);
        };
    }

    private static Decision arrived(Registry registry, Mail mail, Request request, Facts facts, Moment at) {
        Optional<Decision> entry = Entries.answered(registry, mail, request, at);
        if (entry.isPresent()) return entry.get();
        return switch (request) {
            case Request.FilledIn filled -> Submissions.came(registry, mail, filled.form(), facts, at);
            case Request.Answered answered -> Answers.came(registry, mail, answered, facts, at);
            case Request.Commands commands -> Steering.came(registry, mail, commands, facts, at);
            case Request.Post post -> Posts.came(registry, mail, post, at);
            case Request.Unclear unclear -> HeldPosts.insisted(registry, mail, at).orElseGet(() -> Unclear.came(registry, mail, unclear.reason(), at));
            case Request.Automatic _, Request.Bounced _ -> Decision.EMPTY;
        };
    }

    /// What goes back to the sender is an answer to his mail (RFC 3834 3.1.5).
    private static Decision answering(Mail mail, Decision decision) {
        return new Decision(decision.changes(), decision.letters().stream()
                .map(letter -> letter.to().stream().anyMatch(mail::isFrom) ? letter.answering(mail) : letter)
                .toList(), decision.journal());
    }
}
