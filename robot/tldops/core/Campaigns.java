package tldops.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Invites the next ccTLDs when their time comes, and takes the orders about it (R065-R071, N26).
final class Campaigns {
    private Campaigns() {}

    /// @param facts what IANA says of the candidates; one of which it says nothing waits for the next run
    static Decision due(Registry registry, Facts facts, Moment at) {
        Kept.Campaign campaign = Batches.campaign(registry);
        if (!campaign.running()) return Decision.EMPTY;
        return Batches.next(registry, at.now()).map(plan -> invite(registry, campaign, plan, facts, at)).orElse(Decision.EMPTY);
    }

    private static Decision invite(Registry registry, Kept.Campaign campaign, Batches.Plan plan, Facts facts, Moment at) {
        Decision decision = Decision.EMPTY;
        List<Tld> now = new ArrayList<>();
        for (Tld tld : plan.candidates()) {
            if (now.size() == plan.room()) break;
            if (facts.of(tld).unsettled().isPresent()) decision = decision.and(Journal.of("not invited", (facts.of(tld) instanceof Authority.Disputed ? "RDAP and WHOIS differ" : "IANA could not be asked") + "; the next run tries again (X29)", tld));
            else now.add(tld);
        }
        if (now.isEmpty()) return decision;
        boolean begins = plan.step() == Batches.Step.REGULAR && campaign.batches().stream().allMatch(batch -> batch.name().startsWith("test "));
        List<Kept.Batch> batches = new ArrayList<>(campaign.batches());
        batches.add(new Kept.Batch(plan.name(), plan.at(), List.copyOf(now)));
        return decision.and(Journal.of("batch", plan.name() + ", " + now.size() + " ccTLDs (R070)"))
                .and(new Change.KeptSaved(new Kept.Campaign(true, campaign.excluded(), List.copyOf(batches))))
                .and(Invitations.batch(registry, now, facts, plan.step() != Batches.Step.REGULAR, "batch " + plan.name() + " (R070, X30)", at))
                .and(begins ? Guests.batchesBegin(registry, at) : Decision.EMPTY);
    }

    static Decision ordered(Registry registry, Event.Order.Campaign order, String by) {
        Kept.Campaign before = Batches.campaign(registry);
        return switch (order.step()) {
            case START, RESUME -> turned(before, true, by);
            case HOLD -> turned(before, false, by);
            case EXCLUDE -> excluded(registry, before, order.tlds(), true, by);
            case INCLUDE -> excluded(registry, before, order.tlds(), false, by);
        };
    }

    /// The Secretariat's word by mail (N26); empty when it is nobody's who may say it: then he hears what strangers hear.
    static Optional<Decision> byMail(Registry registry, Mail mail, Request.Commands asked, Moment at) {
        Optional<Request.Command.Batches> word = asked.commands().stream().filter(Request.Command.Batches.class::isInstance).map(Request.Command.Batches.class::cast).reduce((_, last) -> last);
        Standing.Relation relation = mail.from().filter(registry.rules()::secretariat).isPresent() ? Standing.Relation.SECRETARIAT : Standing.Relation.STRANGER;
        if (word.isEmpty() || Standing.of(relation, Standing.Asks.CAMPAIGN, Standing.proof(mail, false), registry.rules().trust()) != Standing.Then.ACT) return Optional.empty();
        boolean on = word.get().on();
        return Optional.of(turned(Batches.campaign(registry), on, mail.from().orElseThrow().toString())
                .and(Answering.answer(registry, mail, true, new BulletinContent.BatchesTurned(on), Language.EN, at)));
    }

    private static Decision turned(Kept.Campaign before, boolean on, String by) {
        Journal line = Journal.of(on ? "batches go on" : "batches hold", (before.running() == on ? "as before" : "by order") + " (N26)").people(List.of(by));
        return Decision.of(line).and(new Change.KeptSaved(new Kept.Campaign(on, before.excluded(), before.batches())));
    }

    private static Decision excluded(Registry registry, Kept.Campaign before, List<Tld> tlds, boolean out, String by) {
        Set<Tld> excluded = new TreeSet<>(before.excluded());
        Decision decision = Decision.EMPTY;
        for (Tld tld : tlds) {
            boolean fixed = !out && registry.rules().batches().excluded().contains(tld);
            if (!registry.rules().knows(tld)) decision = decision.and(Journal.of("not possible", "no ccTLD that is known here", tld));
            else if (fixed) decision = decision.and(Journal.of("not included", "the configuration excludes it (batches.excluded)", tld));
            else if (out ? excluded.add(tld) : excluded.remove(tld)) decision = decision.and(Journal.of(out ? "excluded" : "included", "by order (X30)", tld).people(List.of(by)));
            else decision = decision.and(Journal.of(out ? "excluded" : "included", "as before", tld));
        }
        return decision.and(new Change.KeptSaved(new Kept.Campaign(before.running(), Set.copyOf(excluded), before.batches())));
    }
}
