package tldops.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tldops.core.Address;
import tldops.core.Carried;
import tldops.core.Change;
import tldops.core.Event;
import tldops.core.Guest;
import tldops.core.Letter;
import tldops.core.Member;
import tldops.core.PostContent;
import tldops.core.Registry;

/// Each reader gets each post once (R051): nobody a post and its digest, and whoever reads digests gets with the next one what
/// came since the last, unless he has gone or is away.
final class DigestOnce implements Invariant {
    private static final Duration MEMORY = Duration.ofDays(7);

    /// @param got who has it
    /// @param owed who is to get it with the next digest
    private record Known(Instant at, Set<Address> got, Set<Address> owed) {}

    private final Map<Long, Known> posts = new LinkedHashMap<>();

    @Override
    public String says() {
        return "a reader of digests gets each post once";
    }

    @Override
    public Optional<Wrong> after(Step step, Registry registry) {
        posts.values().removeIf(post -> post.at.isBefore(step.at().minus(MEMORY)));
        for (Change change : step.decision().changes())
            if (change instanceof Change.PostSaved(var post)) posts.computeIfAbsent(post.inbox(), _ -> new Known(step.at(), new HashSet<>(), new HashSet<>(digests(registry, step.at()).keySet())));
        // with its author it is forgotten by the digest, too (L45)
        for (Change change : step.decision().changes()) if (change instanceof Change.PostGone(var inbox)) posts.remove(inbox);
        for (Letter letter : step.decision().letters()) {
            Set<Long> inside = new HashSet<>();
            if (letter.content() instanceof Carried post) inside.add(post.inbox());
            if (letter.content() instanceof PostContent.DailyDigest digest) digest.items().forEach(item -> inside.add(item.inbox()));
            for (long inbox : inside) {
                Known post = posts.computeIfAbsent(inbox, _ -> new Known(step.at(), new HashSet<>(), new HashSet<>()));
                for (Address reader : letter.subscribers()) if (!post.got.add(reader)) return wrong(reader + " gets the post " + inbox + " a second time");
            }
        }
        boolean digest = step.event() instanceof Event.Due(var duty, _, _, _) && duty == Event.Duty.DIGEST;
        return digest ? missing(registry, step.at()) : Optional.empty();
    }

    private Optional<Wrong> missing(Registry registry, Instant now) {
        if (posts.values().stream().allMatch(post -> post.owed.isEmpty())) return Optional.empty();
        Map<Address, Boolean> here = digests(registry, now);
        for (Map.Entry<Long, Known> post : posts.entrySet()) {
            for (Address reader : post.getValue().owed) if (here.getOrDefault(reader, false) && !post.getValue().got.contains(reader)) return wrong(reader + " did not get the post " + post.getKey());
            post.getValue().owed.clear();
        }
        return Optional.empty();
    }

    private static Optional<Wrong> wrong(String what) {
        return Optional.of(new Wrong(what, Optional.empty(), 0));
    }

    /// Who reads digests; false = but is away in one of his places.
    private static Map<Address, Boolean> digests(Registry registry, Instant now) {
        Map<Address, Boolean> all = new HashMap<>();
        Set<Address> chosen = new HashSet<>();
        for (Member member : registry.members()) {
            boolean here = !member.options().awayOn(day(now, registry.rules().ccTld(member.tld()).calendar().zone()));
            if (member.options().digest()) chosen.add(member.person().address());
            if (!now.isBefore(member.rosterFrom()) || !here) all.merge(member.person().address(), here, Boolean::logicalAnd);
        }
        LocalDate today = day(now, registry.rules().listCalendar().zone());
        for (Guest guest : registry.guests()) {
            if (guest.role() != Guest.Role.OBSERVER || !guest.stays(today)) continue;
            if (guest.options().digest()) chosen.add(guest.address());
            all.merge(guest.address(), !guest.options().awayOn(today), Boolean::logicalAnd);
        }
        all.keySet().retainAll(chosen);
        return all;
    }

    private static LocalDate day(Instant now, ZoneId zone) {
        return LocalDate.ofInstant(now, zone);
    }
}
