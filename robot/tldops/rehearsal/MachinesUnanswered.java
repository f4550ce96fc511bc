package tldops.rehearsal;

import java.util.Optional;
import tldops.core.Event;
import tldops.core.Letter;
import tldops.core.Mail;
import tldops.core.Registry;
import tldops.core.Request;

/// No machine gets an answer (RFC 3834 2, MAIL_RULES 18).
record MachinesUnanswered() implements Invariant {
    @Override
    public String says() {
        return "no machine is answered";
    }

    @Override
    public Optional<Wrong> after(Step step, Registry registry) {
        if (!(step.event() instanceof Event.Arrived(var mail, var request, _))) return Optional.empty();
        boolean machine = request instanceof Request.Automatic || request instanceof Request.Bounced || request instanceof Request.Complained || mail.envelope().returnPath().isEmpty();
        if (!machine) return Optional.empty();
        return step.decision().letters().stream().filter(letter -> answers(letter, mail)).findFirst()
                .map(letter -> new Wrong("a machine was answered: " + letter, Optional.empty(), letter.caseNumber()));
    }

    private static boolean answers(Letter letter, Mail mail) {
        boolean named = letter.inReplyTo().filter(mail.messageId()::equals).isPresent();
        return named || letter.to().stream().anyMatch(to -> mail.isFrom(to) || mail.envelope().returnPath().filter(to::equals).isPresent());
    }
}
