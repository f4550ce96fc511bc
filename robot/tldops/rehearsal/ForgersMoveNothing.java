package tldops.rehearsal;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tldops.core.Event;
import tldops.core.Mail;
import tldops.core.Member;
import tldops.core.Registry;

/// No mail moves a membership by its From alone, least of all a forger's (P2).
///
/// @param forged whether somebody else wrote this mail than its From says
record ForgersMoveNothing(Predicate<Mail> forged) implements Invariant {
    @Override
    public String says() {
        return "no mail without proof, and no forger's, moves a membership";
    }

    @Override
    public Optional<Wrong> after(Step step, Registry registry) {
        if (!step.moved() || !(step.event() instanceof Event.Arrived(var mail, _, _))) return Optional.empty();
        boolean secret = mail.bearers().stream().anyMatch(bearer -> registry.caseOf(bearer.token()).isPresent());
        if (!forged.test(mail) && (mail.authenticated() || secret)) return Optional.empty();
        Member moved = Stream.concat(step.joined().stream(), step.left().stream()).findFirst().orElseThrow();
        return Invariant.wrong("a mail that proved nothing moved " + moved.person().address(), moved.tld(), moved.caseNumber());
    }
}
