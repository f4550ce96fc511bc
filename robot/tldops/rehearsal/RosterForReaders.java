package tldops.rehearsal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tldops.core.Address;
import tldops.core.BulletinContent;
import tldops.core.Content;
import tldops.core.Event;
import tldops.core.Letter;
import tldops.core.Member;
import tldops.core.Registry;
import tldops.core.Tld;

/// Contact data goes to those alone who may read the roster at that moment (P5), whatever kind of letter brings it: but for
/// what a case shows to those whom it is about, what an admin contact reads of his own ccTLD, anybody of himself, and what
/// he has just written himself.
final class RosterForReaders implements Invariant {
    private static final Pattern PHONE = Pattern.compile("\\+999 ?([0-9]{7})");

    private final BiPredicate<Tld, Address> admin;
    private final Map<String, Member> byPhone = new HashMap<>();

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
        step.left().forEach(member -> byPhone.remove(digits(member)));
        step.joined().forEach(member -> byPhone.put(digits(member), member));
        for (Letter letter : step.decision().letters()) {
            boolean roster = roster(letter.content());
            if (!roster && letter.caseNumber() > 0 && letter.subscribers().isEmpty()) continue;
            List<Address> readers = letter.subscribers().isEmpty() ? Stream.concat(letter.to().stream(), letter.cc().stream()).toList() : letter.subscribers();
            Set<Member> shown = roster ? new HashSet<>() : shown(letter.content().toString());
            if (step.event() instanceof Event.Arrived(var mail, var request, _) && letter.inReplyTo().filter(mail.messageId()::equals).isPresent()) shown.removeAll(shown(request.toString()));
            for (Address reader : readers) {
                boolean others = roster || shown.stream().anyMatch(member -> !member.person().has(reader) && !admin.test(member.tld(), reader));
                if (others && !reads(registry, reader, step.at())) return Optional.of(new Wrong("contact data went to " + reader + ", who may not read it: " + letter, Optional.empty(), letter.caseNumber()));
            }
        }
        return Optional.empty();
    }

    private static boolean roster(Content content) {
        if (content instanceof BulletinContent.NewSubscribers || content instanceof BulletinContent.MembershipsReminder) return true;
        return content instanceof Content.Results results && results.sections().stream().anyMatch(section -> section.said() == Content.Section.Said.ROSTER && !section.lines().isEmpty());
    }

    /// The members whose telephone number stands in it, wherever.
    private Set<Member> shown(String text) {
        Set<Member> shown = new HashSet<>();
        Matcher phones = PHONE.matcher(text);
        while (phones.find()) Optional.ofNullable(byPhone.get(phones.group(1))).ifPresent(shown::add);
        return shown;
    }

    private static String digits(Member member) {
        Matcher phone = PHONE.matcher(member.person().phone().typed());
        return phone.matches() ? phone.group(1) : "";
    }

    private static boolean reads(Registry registry, Address reader, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, registry.rules().listCalendar().zone());
        boolean observer = registry.guest(reader).filter(guest -> guest.roster() && guest.stays(today)).isPresent();
        return observer || registry.membersWith(reader).stream().anyMatch(member -> member.readsRoster(now));
    }
}
