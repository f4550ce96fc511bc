package tldops;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tldops.cli.Rows;
import tldops.core.Batches;
import tldops.core.Case;
import tldops.core.Guest;
import tldops.core.Kept;
import tldops.core.Keys;
import tldops.core.Outcomes;
import tldops.core.Registry;
import tldops.core.SigningKey;
import tldops.core.Tld;

/// Guests, batches and the ccTLDs that are not on the list, as rows for the operator (R103, N26, N41).
record Rosters(Office office) {
    List<Rows.Guest> guests() {
        return office.register().ask(registry -> registry.guests().stream().map(Rosters::row).toList());
    }

    private static Rows.Guest row(Guest guest) {
        return new Rows.Guest(guest.address().toString(), guest.name(), guest.role().name().toLowerCase(java.util.Locale.ROOT), guest.roster(), guest.until(), guest.since());
    }

    /// Those that left, then those that come next, then those that are excluded.
    List<Rows.Batch> batches() {
        Instant now = office.now().get();
        return office.register().ask(registry -> batches(registry, now));
    }

    static List<Rows.Batch> batches(Registry registry, Instant now) {
        Kept.Campaign campaign = Batches.campaign(registry);
        List<Rows.Batch> rows = new ArrayList<>();
        for (Kept.Batch batch : campaign.batches())
            for (Tld tld : batch.invited()) rows.add(new Rows.Batch(batch.name(), Optional.of(batch.at()), tld.display(), Outcomes.of(registry, tld)));
        List<Tld> waiting = Batches.waiting(registry);
        String state = !campaign.running() ? "waits: the batches are on hold" : Batches.next(registry, now).isPresent() ? "leaves with the next run" : "waits for its turn";
        waiting.stream().limit(registry.rules().batches().perWeek()).forEach(tld -> rows.add(new Rows.Batch("next", Optional.empty(), tld.display(), state)));
        Set<Tld> excluded = new TreeSet<>(registry.rules().batches().excluded());
        excluded.addAll(campaign.excluded());
        excluded.forEach(tld -> rows.add(new Rows.Batch("excluded", Optional.empty(), tld.display(), Outcomes.of(registry, tld))));
        return List.copyOf(rows);
    }

    /// Those on file (R012).
    List<Rows.Key> keys() {
        return office.register().ask(registry -> Keys.of(registry).stream()
                .map(one -> new Rows.Key(one.tld().display(), one.address().toString(), one.key().kind() == SigningKey.Kind.OPENPGP ? "OpenPGP" : "S/MIME", one.key().fingerprint(), one.since(), one.key().until()))
                .toList());
    }

    List<Rows.Missing> missing() {
        return office.register().ask(Rosters::missing);
    }

    static List<Rows.Missing> missing(Registry registry) {
        return Outcomes.missing(registry).stream()
                .map(known -> new Rows.Missing(known.region(), known.tld().display(), known.country(), Outcomes.invitation(registry, known.tld()).map(Case::opened), Outcomes.of(registry, known.tld())))
                .toList();
    }
}
