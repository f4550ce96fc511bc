package tldops.core;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// `set digest on|off` and `set language en|fr`: what somebody on the list chooses for himself (R050, R051, X19). It is
/// the same for all ccTLDs of his address.
final class Choosing {
    private Choosing() {}

    static CommandMail.Done digest(Draft draft, Caller caller, Request.Command.Digest digest, Moment at) {
        OptionContent.Chose what = digest.on() ? OptionContent.Chose.DIGEST_ON : OptionContent.Chose.DIGEST_OFF;
        CommandMail.Done done = chosen(draft, caller, digest.words(), what, member -> member.with(member.options().digest(digest.on())), guest -> guest.with(guest.options().digest(digest.on())), at);
        Decision decision = done.decision();
        for (Address reader : turned(decision)) decision = decision.and(digest.on() ? Decision.EMPTY.and(new Change.Counted(Digests.key(reader), at.now())) : Digests.rest(draft.registry(), reader, at));
        return new CommandMail.Done(decision, done.section());
    }

    /// Whose mail of the list comes another way now.
    private static Set<Address> turned(Decision decision) {
        Set<Address> readers = new TreeSet<>();
        for (Change change : decision.changes()) {
            if (change instanceof Change.MemberSaved(var member)) readers.add(member.person().address());
            if (change instanceof Change.GuestSaved(var guest)) readers.add(guest.address());
        }
        return readers;
    }

    static CommandMail.Done language(Draft draft, Caller caller, Request.Command.Speak speak, Moment at) {
        OptionContent.Chose what = switch (speak.language()) {
            case EN -> OptionContent.Chose.ENGLISH;
            case FR -> OptionContent.Chose.FRENCH;
        };
        return chosen(draft, caller, speak.words(), what, member -> member.in(speak.language()), guest -> guest.in(speak.language()), at);
    }

    private static CommandMail.Done chosen(Draft draft, Caller caller, String words, OptionContent.Chose what, UnaryOperator<Member> member, UnaryOperator<Guest> guest, Moment at) {
        Decision decision = saved(draft, caller, member, guest, at);
        boolean already = decision.changes().isEmpty();
        if (!already) decision = decision.and(line(caller, "chosen", words + " (R051, X19)"));
        return new CommandMail.Done(decision, new Content.Section(words, new OptionContent.Chosen(what, already)));
    }

    /// Saves what is not so already.
    static Decision saved(Draft draft, Caller caller, UnaryOperator<Member> member, UnaryOperator<Guest> guest, Moment at) {
        Decision decision = Decision.EMPTY;
        for (Member before : draft.memberships(caller.address(), at)) {
            Member after = member.apply(before);
            if (!after.equals(before)) decision = decision.and(new Change.MemberSaved(after));
        }
        for (Guest stored : caller.guest().stream().toList()) {
            Guest before = draft.now(stored);
            Guest after = guest.apply(before);
            if (!after.equals(before)) decision = decision.and(new Change.GuestSaved(after));
        }
        return decision;
    }

    static Journal line(Caller caller, String what, String reason) {
        return caller.tld().map(tld -> Journal.of(what, reason, tld)).orElseGet(() -> Journal.of(what, reason));
    }
}
