package tldops.conversations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tldops.core.Address;
import tldops.core.BulletinContent;
import tldops.core.Carried;
import tldops.core.Case;
import tldops.core.Change;
import tldops.core.Content;
import tldops.core.Decision;
import tldops.core.Facts;
import tldops.core.Journal;
import tldops.core.Letter;
import tldops.core.Mail;
import tldops.core.Member;
import tldops.core.OptionContent;
import tldops.core.Registry;
import tldops.core.Request;
import tldops.core.Tld;

/// What would follow from a mail, and whether that may be, whoever wrote it and whatever stands in it.
///
/// @param registry as the mail found it
record Trial(Registry registry, Instant now, Mail mail, Request request, Facts facts, Decision decision) {
    /// What is wrong with it; empty when nothing is.
    Optional<String> wrong() {
        return Stream.of(untold(), unproved(), notHis(), tooMany(), astray(), posted(), machine()).flatMap(Optional::stream).findFirst();
    }

    /// Silence has a reason that stands in the journal.
    private Optional<String> untold() {
        return decision.letters().isEmpty() && decision.journal().isEmpty() && decision.changes().isEmpty() ? Optional.of("silence without a word in the journal") : Optional.empty();
    }

    private List<Case> borne() {
        return mail.bearers().stream().flatMap(bearer -> registry.caseOf(bearer.token()).stream()).toList();
    }

    private boolean secret() {
        return mail.bearers().stream().anyMatch(bearer -> registry.caseOf(bearer.token()).isPresent() || registry.provedBy(bearer.token()).isPresent());
    }

    /// Whose entries it moves, in whatever way.
    private Set<Tld> moved() {
        Set<Tld> moved = new HashSet<>();
        for (Change change : decision.changes()) {
            switch (change) {
                case Change.MemberSaved(var member) when !registry.member(member.id()).equals(Optional.of(member)) -> moved.add(member.tld());
                case Change.MemberGone(var id) -> moved.add(id.tld());
                case Change.DelegateSaved(var delegate) -> moved.add(delegate.tld());
                case Change.DelegateGone(var tld) -> moved.add(tld);
                default -> { }
            }
        }
        return moved;
    }

    /// Nothing by From alone (P2).
    private Optional<String> unproved() {
        boolean guests = decision.changes().stream().anyMatch(change -> change instanceof Change.GuestSaved || change instanceof Change.GuestGone || change instanceof Change.KeptSaved);
        if (mail.authenticated() || secret() || password() || moved().isEmpty() && !guests) return Optional.empty();
        return Optional.of("a mail that proves nothing moves " + decision.changes());
    }

    /// It comes back with the password of a member, which speaks for `who` alone.
    private boolean password() {
        return request instanceof Request.Commands(var commands, _, _) && commands.stream().anyMatch(command -> command instanceof Request.Command.Who who && who.password().isPresent());
    }

    /// Of a ccTLD only what is his who writes, or whose secret he brings.
    private Optional<String> notHis() {
        Set<Tld> others = moved();
        borne().forEach(matter -> {
            matter.tld().ifPresent(others::remove);
            others.removeIf(tld -> facts.of(tld).address().filter(matter.asked()::equals).isPresent());
        });
        mail.bearers().forEach(bearer -> registry.provedBy(bearer.token()).ifPresent(member -> registry.membersWith(member.person().address()).forEach(one -> others.remove(one.tld()))));
        mail.from().ifPresent(from -> {
            registry.membersWith(from).forEach(member -> others.remove(member.tld()));
            others.removeIf(tld -> facts.of(tld).address().filter(from::equals).isPresent() || registry.delegate(tld).filter(delegate -> delegate.address().equals(from)).isPresent());
        });
        return others.isEmpty() ? Optional.empty() : Optional.of("it moves " + others + ", which are none of his: " + decision.changes());
    }

    private Optional<String> tooMany() {
        Registry after = registry.copy();
        after.apply(decision.changes());
        return moved().stream().filter(tld -> after.membersOf(tld).size() > Math.max(registry.rules().ssc().max(), registry.membersOf(tld).size())).findFirst().map(tld -> tld + " has " + after.membersOf(tld).size() + " SSCs");
    }

    /// Contacts of all go to readers alone (P5).
    private Optional<String> astray() {
        return decision.letters().stream().filter(letter -> roster(letter.content()))
                .flatMap(letter -> (letter.subscribers().isEmpty() ? Stream.concat(letter.to().stream(), letter.cc().stream()) : letter.subscribers().stream()))
                .filter(reader -> !reads(reader)).findFirst().map(reader -> "contact data goes to " + reader);
    }

    private static boolean roster(Content content) {
        if (content instanceof BulletinContent.NewSubscribers || content instanceof BulletinContent.MembershipsReminder) return true;
        return content instanceof Content.Results results && results.sections().stream()
                .anyMatch(section -> section.said() == Content.Section.Said.ROSTER || section.detail().filter(OptionContent.Contacts.class::isInstance).isPresent());
    }

    /// Now, or by the secret that this mail brings back.
    private boolean reads(Address reader) {
        Registry after = registry.copy();
        after.apply(decision.changes());
        LocalDate today = LocalDate.ofInstant(now, registry.rules().listCalendar().zone());
        boolean observer = registry.guest(reader).filter(guest -> guest.roster() && guest.stays(today)).isPresent();
        return observer || Stream.of(registry, after).flatMap(one -> one.membersWith(reader).stream()).anyMatch((Member member) -> member.readsRoster(now));
    }

    /// A post goes to all from somebody on the list alone, authenticated or asked at his stored address (MAIL_RULES 10b).
    private Optional<String> posted() {
        boolean relays = decision.letters().stream().map(Letter::content).anyMatch(Carried.class::isInstance);
        boolean may = (mail.authenticated() || secret()) && mail.from().filter(from -> !registry.membersWith(from).isEmpty() || registry.guest(from).isPresent()).isPresent();
        return relays && !may ? Optional.of("a post of " + mail.from() + " goes to all") : Optional.empty();
    }

    /// No machine gets an answer (RFC 3834 2).
    private Optional<String> machine() {
        boolean machine = request instanceof Request.Automatic || request instanceof Request.Bounced || request instanceof Request.Complained || mail.envelope().returnPath().isEmpty();
        if (!machine) return Optional.empty();
        return decision.letters().stream().filter(letter -> letter.inReplyTo().filter(mail.messageId()::equals).isPresent()).findFirst().map(letter -> "a machine is answered: " + letter.content());
    }

    String because() {
        return decision.journal().stream().map(Journal::toString).toList().toString();
    }
}
