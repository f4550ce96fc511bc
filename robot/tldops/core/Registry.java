package tldops.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The whole membership and every case, in memory (DESIGN 1.3). Decisions only read it; the decider alone applies
/// their changes, after the transaction that recorded them.
public final class Registry {
    private final Rules rules;
    private final Map<Member.Id, Member> members = new TreeMap<>(Comparator.comparing(Member.Id::tld).thenComparing(Member.Id::address));
    private final Map<Address, List<Member>> byAddress = new HashMap<>();
    private final Map<Tld, List<Member>> byTld = new HashMap<>();
    private final Map<String, Member> byProof = new HashMap<>();
    private final TreeMap<Long, Case> cases = new TreeMap<>();
    private final Map<Long, Case> open = new TreeMap<>();
    private final Map<Tld, Map<Long, Case>> casesOf = new HashMap<>();
    private final Naming naming = new Naming();
    private final Map<String, Long> byToken = new HashMap<>();
    private final Map<String, Set<Long>> byLetter = new HashMap<>();
    private final Counts counts = new Counts();
    private final Map<Event.Duty, Map<String, Instant>> ledger = new HashMap<>();
    private final List<Outage> outages = new ArrayList<>();
    private final Map<Address, Guest> guests = new TreeMap<>();
    private final Map<Tld, Delegate> delegates = new TreeMap<>();
    private final Map<Long, Post> posts = new TreeMap<>();
    private final Map<Class<?>, Kept> kept = new HashMap<>();
    private final Map<Tld, List<String>> written = new TreeMap<>();
    private Optional<List<String>> roster = Optional.empty();
    private long lastCase;

    public Registry(Rules rules) {
        this.rules = rules;
    }

    public Rules rules() {
        return rules;
    }

    /// Another registry that holds the same: what is applied to one does not touch the other.
    public Registry copy() {
        Registry other = new Registry(rules);
        members.values().forEach(member -> other.apply(new Change.MemberSaved(member)));
        cases.values().forEach(matter -> other.apply(new Change.CaseSaved(matter)));
        casesOf.forEach((tld, own) -> other.casesOf.put(tld, new LinkedHashMap<>(own)));
        counts.copyTo(other.counts);
        ledger.forEach((duty, done) -> other.ledger.put(duty, new TreeMap<>(done)));
        other.outages.addAll(outages);
        other.guests.putAll(guests);
        other.delegates.putAll(delegates);
        other.posts.putAll(posts);
        other.kept.putAll(kept);
        other.roster = roster;
        return other;
    }

    // ---- members

    public Collection<Member> members() {
        return members.values();
    }

    public Optional<Member> member(Member.Id id) {
        return Optional.ofNullable(members.get(id));
    }

    /// The contact list of all, a line each; the same list until an entry changes.
    public List<String> roster() {
        if (roster.isEmpty()) roster = Optional.of(written.values().stream().flatMap(List::stream).toList());
        return roster.get();
    }

    /// The same by ccTLD.
    Map<Tld, List<String>> entries() {
        return Collections.unmodifiableMap(written);
    }

    /// The SSCs of a ccTLD by rank.
    public List<Member> membersOf(Tld tld) {
        return byTld.getOrDefault(tld, List.of());
    }

    /// All memberships that this address belongs to, as first or second address.
    public List<Member> membersWith(Address address) {
        return byAddress.getOrDefault(address, List.of());
    }

    /// The member whose welcome letter carried this secret (L38).
    public Optional<Member> provedBy(Token token) {
        return Optional.ofNullable(byProof.get(token.hash()));
    }

    /// Those on the list who are no SSCs.
    public Collection<Guest> guests() {
        return guests.values();
    }

    public Optional<Guest> guest(Address address) {
        return Optional.ofNullable(guests.get(address));
    }

    /// Who may speak for the admin contact of that ccTLD (X31).
    public Optional<Delegate> delegate(Tld tld) {
        return Optional.ofNullable(delegates.get(tld));
    }

    public Collection<Delegate> delegates() {
        return delegates.values();
    }

    // ---- the list

    /// The posts of the last days, the oldest first.
    public Collection<Post> posts() {
        return posts.values();
    }

    public <T extends Kept> Optional<T> kept(Class<T> type) {
        return Optional.ofNullable(kept.get(type)).map(type::cast);
    }

    // ---- cases

    public Collection<Case> cases() {
        return cases.values();
    }

    /// Those of them that have not ended.
    public Collection<Case> openCases() {
        return open.values();
    }

    /// Those that were opened after that time, the latest first: their numbers ascend as time does.
    public Stream<Case> casesSince(Instant time) {
        return cases.descendingMap().values().stream().takeWhile(matter -> matter.opened().isAfter(time));
    }

    /// Every case that names one of these, and perhaps some that do so no longer.
    List<Case> casesNaming(Collection<Address> addresses) {
        return naming.of(addresses).stream().map(this::known).toList();
    }

    public Optional<Case> caseNumber(long number) {
        return Optional.ofNullable(cases.get(number));
    }

    public List<Case> casesOf(Tld tld) {
        return List.copyOf(casesOf.getOrDefault(tld, Map.of()).values());
    }

    /// The case that issued this secret, whether it still acts or not.
    public Optional<Case> caseOf(Token token) {
        return Optional.ofNullable(byToken.get(token.hash())).map(this::known);
    }

    /// The cases that this letter is about: several when one letter asks for several ccTLDs.
    public List<Case> casesOfLetter(String letter) {
        return byLetter.getOrDefault(letter, Set.of()).stream().map(this::known).toList();
    }

    /// The number for the `offset`-th case that a decision opens, from 0.
    public long nextCase(int offset) {
        return lastCase + 1 + offset;
    }

    private Case known(long number) {
        Case found = cases.get(number);
        if (found == null) throw new IllegalStateException("case " + number + " is indexed but not there");
        return found;
    }

    // ---- counts and duties

    /// How often that happened since then.
    public int counted(String key, Instant since) {
        return counts.since(key, since);
    }

    /// When it happened last.
    public Optional<Instant> lastCounted(String key) {
        return counts.last(key);
    }

    /// What was counted under a key that begins so, each with when it happened last.
    public Map<String, Instant> lastOf(String prefix) {
        return counts.lastUnder(prefix);
    }

    public Optional<Instant> done(Event.Duty duty, String period) {
        return Optional.ofNullable(ledger.getOrDefault(duty, Map.of()).get(period));
    }

    /// When the duty was done last.
    public Optional<Instant> lastDone(Event.Duty duty) {
        return ledger.getOrDefault(duty, Map.of()).values().stream().max(Comparator.naturalOrder());
    }

    /// When mail could not come in.
    public List<Outage> outages() {
        return List.copyOf(outages);
    }

    // ---- changes

    public void apply(Collection<Change> changes) {
        changes.forEach(this::apply);
    }

    public void apply(Change change) {
        switch (change) {
            case Change.MemberSaved(var member) -> {
                forget(member.id());
                members.put(member.id(), member);
                for (Address address : member.person().addresses()) byAddress.merge(address, List.of(member), Memberships::joined);
                byTld.merge(member.tld(), List.of(member), Memberships::joined);
                if (!member.proofToken().isEmpty()) byProof.put(member.proofToken(), member);
                write(member.tld());
            }
            case Change.MemberGone(var id) -> {
                forget(id);
                write(id.tld());
            }
            case Change.CaseSaved(var saved) -> {
                Case before = cases.put(saved.number(), saved);
                if (saved.open()) open.put(saved.number(), saved);
                else open.remove(saved.number());
                lastCase = Math.max(lastCase, saved.number());
                naming.note(saved);
                for (Issued issued : saved.tokens()) {
                    byToken.put(issued.hash(), saved.number());
                    byLetter.merge(issued.letter(), Set.of(saved.number()), Registry::united);
                }
                if (before != null) before.tld().ifPresent(tld -> casesOf.getOrDefault(tld, new HashMap<>()).remove(saved.number()));
                saved.tld().ifPresent(tld -> casesOf.computeIfAbsent(tld, _ -> new LinkedHashMap<>()).put(saved.number(), saved));
            }
            case Change.Counted(var key, var at) -> counts.add(key, at);
            case Change.CountsForgotten(var prefix, var before) -> counts.forgetBefore(prefix, before);
            case Change.DutiesForgotten(var before) -> ledger.values().forEach(done -> done.values().removeIf(at -> at.isBefore(before)));
            case Change.Missed(var outage) -> outages.add(outage);
            case Change.MissedForgotten(var before) -> outages.removeIf(outage -> outage.to().isBefore(before));
            case Change.GuestSaved(var guest) -> guests.put(guest.address(), guest);
            case Change.GuestGone(var address) -> guests.remove(address);
            case Change.DelegateSaved(var delegate) -> delegates.put(delegate.tld(), delegate);
            case Change.DelegateGone(var tld) -> delegates.remove(tld);
            case Change.PostSaved(var post) -> posts.put(post.inbox(), post);
            case Change.PostsForgotten(var before) -> posts.values().removeIf(post -> post.at().isBefore(before));
            case Change.KeptSaved(var one) -> kept.put(one.getClass(), one);
            case Change.PostGone(var inbox) -> posts.remove(inbox);
            case Change.CountGone(var key) -> counts.forget(key);
            // what else is in memory of them is changed by the changes beside this one
            case Change.Forgotten forgotten -> {
                counts.forget(forgotten::counts);
                naming.forget(forgotten.addresses());
            }
            case Change.DutyDone(var duty, var period, var at) -> ledger.computeIfAbsent(duty, _ -> new TreeMap<>()).put(period, at);
        }
    }

    private void forget(Member.Id id) {
        Member gone = members.remove(id);
        if (gone == null) return;
        for (Address address : gone.person().addresses()) byAddress.compute(address, (_, list) -> without(list, id));
        byTld.compute(gone.tld(), (_, list) -> without(list, id));
        byProof.remove(gone.proofToken());
    }

    private void write(Tld tld) {
        List<String> lines = Roster.lines(membersOf(tld));
        if (!lines.equals(lines.isEmpty() ? written.remove(tld) : written.put(tld, lines))) roster = Optional.empty();
    }

    private static Set<Long> united(Set<Long> some, Set<Long> more) {
        Set<Long> all = new TreeSet<>(some);
        return all.addAll(more) ? Collections.unmodifiableSet(all) : some;
    }

    private static @org.jspecify.annotations.Nullable List<Member> without(@org.jspecify.annotations.Nullable List<Member> list, Member.Id id) {
        if (list == null) return null;
        List<Member> rest = list.stream().filter(member -> !member.id().equals(id)).toList();
        return rest.isEmpty() ? null : rest;
    }
}
