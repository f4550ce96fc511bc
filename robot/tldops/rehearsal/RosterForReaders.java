package tldops.rehearsal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tldops.core.Address;
import tldops.core.Anchors;
import tldops.core.BulletinContent;
import tldops.core.Carried;
import tldops.core.Case;
import tldops.core.Change;
import tldops.core.Content;
import tldops.core.Event;
import tldops.core.Letter;
import tldops.core.Matter;
import tldops.core.Member;
import tldops.core.Person;
import tldops.core.Registry;
import tldops.core.Tld;

/// Contact data goes to those alone who may read the roster at that moment (P5), whatever kind of letter brings it: but for
/// what a procedure shows to the address that is asked, what an admin contact reads of his own ccTLD, anybody of himself,
/// and what he has just written himself.
final class RosterForReaders implements Invariant {
    private static final Pattern PHONE = Pattern.compile("\\+999 ?([0-9]{7})");

    private final BiPredicate<Tld, Address> admin;
    private final Map<Member.Id, String> phones = new HashMap<>();
    private final Map<String, Set<Member.Id>> byPhone = new HashMap<>();

    /// @param admin whether IANA names that address as the ccTLD's admin contact
    RosterForReaders(BiPredicate<Tld, Address> admin) {
        this.admin = admin;
    }

    @Override
    public String says() {
        return "nobody gets contact data who may not read the roster at that moment";
    }

    @Override
    public Optional<Wrong> after(Step step, Registry registry) {
        for (Letter letter : step.decision().letters()) {
            // a post is its author's own words
            if (letter.content() instanceof Carried) continue;
            boolean roster = roster(letter.content());
            Set<Member.Id> shown = roster ? Set.of() : shown(letter.content().toString());
            if (!roster && shown.isEmpty()) continue;
            if (!roster && step.event() instanceof Event.Arrived(var mail, var request, _) && letter.inReplyTo().filter(mail.messageId()::equals).isPresent()) shown.removeAll(shown(request.toString()));
            for (Address reader : letter.subscribers().isEmpty() ? Stream.concat(letter.to().stream(), letter.cc().stream()).toList() : letter.subscribers()) {
                if (reads(registry, reader, letter, step)) continue;
                Optional<Member.Id> other = shown.stream().filter(id -> alike(id).noneMatch(same -> own(step, registry, same, reader, letter))).findFirst();
                if (roster || other.isPresent()) return Optional.of(new Wrong("contact data" + other.map(id -> " of " + id.address()).orElse("") + " went to " + reader + ", who may not read it: " + letter, Optional.empty(), letter.caseNumber()));
            }
        }
        note(step);
        return Optional.empty();
    }

    private void note(Step step) {
        for (Change change : step.decision().changes()) {
            switch (change) {
                case Change.MemberSaved(var member) -> {
                    forget(member.id());
                    String digits = digits(member);
                    phones.put(member.id(), digits);
                    byPhone.computeIfAbsent(digits, _ -> new HashSet<>()).add(member.id());
                }
                case Change.MemberGone(var id) -> forget(id);
                default -> { }
            }
        }
    }

    private void forget(Member.Id id) {
        Optional.ofNullable(phones.remove(id)).map(byPhone::get).ifPresent(ids -> ids.remove(id));
    }

    private static boolean roster(Content content) {
        if (content instanceof BulletinContent.NewSubscribers || content instanceof BulletinContent.MembershipsReminder) return true;
        return content instanceof Content.Results results && results.sections().stream().anyMatch(section -> section.said() == Content.Section.Said.ROSTER && !section.lines().isEmpty());
    }

    /// The members whose telephone number stands in it, wherever, as they were before.
    private Set<Member.Id> shown(String text) {
        Set<Member.Id> shown = new HashSet<>();
        Matcher digits = PHONE.matcher(text);
        while (digits.find()) shown.addAll(byPhone.getOrDefault(digits.group(1), Set.of()));
        return shown;
    }

    /// The places of one person.
    private Stream<Member.Id> alike(Member.Id id) {
        return byPhone.getOrDefault(phones.getOrDefault(id, ""), Set.of()).stream();
    }

    private static String digits(Member member) {
        return digits(member.person());
    }

    private static String digits(Person person) {
        Matcher phone = PHONE.matcher(person.phone().typed());
        return phone.matches() ? phone.group(1) : "";
    }

    /// The admin contact; where the watch runs, the one whom two readings have named (MAIL_RULES 34).
    private boolean counts(Registry registry, Tld tld, Address reader) {
        return Anchors.of(registry, tld).map(known -> known.admin().equals(reader)).orElseGet(() -> admin.test(tld, reader));
    }

    /// His own, as he is or was, or his ccTLD's; or he is whom a procedure of that ccTLD asks.
    private boolean own(Step step, Registry registry, Member.Id id, Address reader, Letter letter) {
        if (id.address().equals(reader) || counts(registry, id.tld(), reader)) return true;
        // the Secretariat sees whom a decision was about, and never a roster (R083)
        if (letter.content() instanceof Content.Oversight copy && (copy.tld().equals(id.tld()) || copy.people().stream().anyMatch(person -> person.has(id.address()) || digits(person).equals(phones.get(id)))) && registry.rules().secretariat(reader)) return true;
        boolean his = Stream.concat(registry.member(id).stream(), Stream.concat(step.left().stream(), step.joined().stream()))
                .anyMatch(member -> member.person().has(reader) && (member.id().equals(id) || digits(member).equals(phones.get(id))));
        Optional<Case> matter = registry.caseNumber(letter.caseNumber()).filter(found -> !found.matter().personal()
                && (found.tld().filter(id.tld()::equals).isPresent() || found.matter().toString().contains(id.address().toString())));
        return his || matter.filter(found -> found.asked().equals(reader) && !(found.matter() instanceof Matter.Modify modify && modify.own())).isPresent();
    }

    /// One of his two addresses has answered, answers by this very mail, or asked for what this letter tells of (P8).
    private static boolean reads(Registry registry, Address reader, Letter letter, Step step) {
        Instant now = step.at();
        boolean asked = registry.caseNumber(letter.caseNumber()).filter(matter -> matter.matter() instanceof Matter.Urgent call && call.to().equals(reader)).isPresent();
        boolean answers = step.event() instanceof Event.Arrived(var mail, _, _) && mail.isFrom(reader)
                && (mail.authenticated() || mail.bearers().stream().anyMatch(bearer -> registry.caseOf(bearer.token()).filter(matter -> matter.asked().equals(reader)).isPresent()));
        LocalDate today = LocalDate.ofInstant(now, registry.rules().listCalendar().zone());
        boolean observer = registry.guest(reader).filter(guest -> guest.roster() && guest.stays(today)).isPresent();
        return observer || registry.membersWith(reader).stream().anyMatch(member -> (asked || answers || member.proved().isPresent()) && !now.isBefore(member.rosterFrom()));
    }
}
