package tldops.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Commands with which an admin contact, or its delegate, steers its ccTLD: `modify`, `remove`, `delegate`, `undelegate`
/// (R013, R047, N07, N23). What is not theirs to say goes on to the commands of members.
final class Steering {
    private Steering() {}

    private static final int MOST = 16;

    /// IANA's word is needed for the ccTLDs that such a command names, for those of the sender when it names none, and for
    /// whom a departure is told to.
    static Need need(Registry registry, Mail mail, List<Request.Command> commands) {
        Set<Tld> tlds = new TreeSet<>();
        Set<Address> servedBy = new HashSet<>();
        Address from = mail.from().orElseThrow();
        for (Request.Command command : commands) {
            if (command instanceof Request.Command.Unsubscribe) registry.membersWith(from).forEach(member -> tlds.add(member.tld()));
            Optional<List<Tld>> named = named(command);
            if (named.isEmpty()) continue;
            tlds.addAll(named.get());
            if (!named.get().isEmpty()) continue;
            servedBy.add(from);
            registry.delegates().stream().filter(delegate -> delegate.address().equals(from)).forEach(delegate -> tlds.add(delegate.tld()));
        }
        Duration age = mail.authenticated() ? registry.rules().times().ianaForDecisions() : registry.rules().times().ianaForTheRest();
        Set<Tld> known = Needs.known(registry, tlds);
        return known.isEmpty() && servedBy.isEmpty() ? Need.NOTHING : new Need(known, Set.copyOf(servedBy), age);
    }

    /// Of a command of ours: the ccTLDs it names.
    private static Optional<List<Tld>> named(Request.Command command) {
        return switch (command) {
            case Request.Command.Modify(var tlds) -> Optional.of(tlds);
            case Request.Command.Remove(_, var tlds) -> Optional.of(tlds);
            case Request.Command.Delegate(_, var tlds, _) -> Optional.of(tlds);
            case Request.Command.Undelegate(var tlds) -> Optional.of(tlds);
            default -> Optional.empty();
        };
    }

    static Decision came(Registry registry, Mail mail, Request.Commands asked, Facts facts, Moment at) {
        if (mail.from().isEmpty() || mail.failed()) return CommandMail.came(registry, mail, asked, facts, Decision.EMPTY, at);
        Decision decision = Decision.EMPTY;
        List<Request.Command> rest = new ArrayList<>();
        boolean taken = false;
        for (Request.Command command : asked.commands()) {
            List<Tld> theirs = named(command).map(tlds -> theirs(registry, mail, command, tlds, facts, at)).orElse(List.of());
            taken |= !theirs.isEmpty();
            for (Tld tld : theirs.subList(0, Math.min(MOST, theirs.size()))) decision = decision.and(act(registry, mail, command, tld, facts, decision, at));
            rest(registry, mail, command, theirs).ifPresent(rest::add);
        }
        if (!rest.isEmpty()) return decision.and(CommandMail.came(registry, mail, new Request.Commands(rest, asked.unprocessed(), asked.ignoredParts()), facts, decision, at));
        boolean himself = mail.envelope().returnPath().filter(mail::isFrom).isPresent();
        return taken && !mail.authenticated() && !himself ? decision.and(CommandMail.neutral(registry, mail, asked, at)) : decision;
    }

    /// The ccTLDs for which the sender may say this; without any named, all of his that have contacts.
    private static List<Tld> theirs(Registry registry, Mail mail, Request.Command command, List<Tld> named, Facts facts, Moment at) {
        Set<Tld> all = new TreeSet<>(named.isEmpty() ? facts.authorities().keySet() : named);
        all.removeIf(tld -> speaker(registry, mail, command, tld, facts, at).isEmpty());
        Set<Tld> peopled = new TreeSet<>(all);
        peopled.removeIf(tld -> registry.membersOf(tld).isEmpty());
        if (command instanceof Request.Command.Remove remove && named.isEmpty()) peopled.removeIf(tld -> registry.membersWith(remove.address()).stream().noneMatch(member -> member.tld().equals(tld)));
        return List.copyOf(named.isEmpty() && !peopled.isEmpty() ? peopled : all);
    }

    private static Optional<Standing.Relation> speaker(Registry registry, Mail mail, Request.Command command, Tld tld, Facts facts, Moment at) {
        if (Anchors.fresh(registry, tld, facts.of(tld))) return Optional.empty();
        Optional<Address> admin = facts.of(tld).address();
        if (admin.filter(mail::isFrom).isPresent()) return Optional.of(Standing.Relation.ADMIN_CONTACT);
        if (admin.filter(address -> Delegates.speaks(registry, mail, tld, address, at)).isPresent()) return Optional.of(Standing.Relation.DELEGATE);
        boolean tech = command instanceof Request.Command.Modify && TechContact.speaks(registry, mail, tld, facts.of(tld), at);
        return tech ? Optional.of(Standing.Relation.TECH) : Optional.empty();
    }

    /// A power is the admin contact's alone to give and to take.
    private static boolean powers(Request.Command command) {
        return command instanceof Request.Command.Delegate || command instanceof Request.Command.Undelegate;
    }

    /// What of a command is left for a member to say: his own entries.
    private static Optional<Request.Command> rest(Registry registry, Mail mail, Request.Command command, List<Tld> theirs) {
        if (theirs.isEmpty()) return Optional.of(command);
        if (!(command instanceof Request.Command.Modify(var named))) return Optional.empty();
        List<Tld> own = registry.membersWith(mail.from().orElseThrow()).stream().map(Member::tld).filter(tld -> !theirs.contains(tld)).filter(tld -> named.isEmpty() || named.contains(tld)).toList();
        return own.isEmpty() ? Optional.empty() : Optional.of(new Request.Command.Modify(own));
    }

    private static Decision act(Registry registry, Mail mail, Request.Command command, Tld tld, Facts facts, Decision before, Moment at) {
        Authority.Known authority = (Authority.Known) facts.of(tld);
        Standing.Relation relation = speaker(registry, mail, command, tld, facts, at).orElseThrow();
        if (relation == Standing.Relation.DELEGATE && powers(command)) return refused(registry, mail, tld, command, ChangeContent.CommandRefused.Reason.ADMIN_CONTACT_ONLY, at);
        return switch (command) {
            case Request.Command.Modify _ -> Modifying.whole(registry, mail, tld, relation, authority, before, at);
            case Request.Command.Remove remove -> remove(registry, mail, remove, tld, relation, facts, before, at);
            case Request.Command.Delegate delegate -> Delegates.appoint(registry, mail, delegate, tld, facts, before, at);
            case Request.Command.Undelegate undelegate -> Delegates.end(registry, mail, undelegate, tld, facts, before, at);
            default -> Decision.EMPTY;
        };
    }

    /// Takes an SSC off, or asks first whether it shall be so (R047, R049).
    private static Decision remove(Registry registry, Mail mail, Request.Command.Remove remove, Tld tld, Standing.Relation relation, Facts facts, Decision before, Moment at) {
        Authority.Known authority = (Authority.Known) facts.of(tld);
        Optional<Member> member = registry.membersOf(tld).stream().filter(found -> found.person().has(remove.address())).findFirst();
        if (member.isEmpty()) return refused(registry, mail, tld, remove, ChangeContent.CommandRefused.Reason.NOT_A_MEMBER, at);
        Standing.Proof proof = Standing.proof(mail, false);
        Standing.Then then = Standing.of(relation, Standing.Asks.ADMIT, proof, Standing.trust(registry, tld, authority, at));
        List<Matter.Applicant> applicants = relation == Standing.Relation.DELEGATE ? List.of(Submission.applicant(registry, mail)) : List.of();
        Matter.Change change = new Matter.Change(Matter.Cause.REMOVAL, Amendment.removing(member.get()), applicants);
        int opened = Opened.by(registry, before);
        Case matter = new Case(registry.nextCase(opened), Optional.of(tld), change, new Stage.Queued(), authority.admin(), mail.language(), at.now(), List.of(), false);
        if (then == Standing.Then.ACT) {
            Admissions.Act act = new Admissions.Act(false, "the admin contact's command (P2)", authority, registry.nextCase(opened + 1));
            return Amendments.apply(registry, matter, change, Optional.empty(), act, at);
        }
        return Submission.question(registry, matter, change, relation, proof, sent(mail, facts, before), Journal.of("", "a command, and a command brings no secret (P2)").evidence(authority), at);
    }

    static Submissions.Sent sent(Mail mail, Facts facts, Decision before) {
        return new Submissions.Sent(mail, new Form(mail.language(), List.of(), List.of(), false, false), Optional.empty(), Optional.empty(), facts, before);
    }

    /// Said to the admin contact alone, and to nobody who merely claims to be it (P5).
    static Decision refused(Registry registry, Mail mail, Tld tld, Request.Command command, ChangeContent.CommandRefused.Reason reason, Moment at) {
        Decision decision = Decision.of(Journal.of("refused", reason.name(), tld));
        return mail.authenticated() ? decision.and(Answering.answer(registry, mail, true, new ChangeContent.CommandRefused(tld, command.words(), reason), mail.language(), at)) : decision;
    }
}
