package tldops.intake;

import tldops.core.Envelope;
import tldops.core.Rules.MailingList;

/// Keeps mail to the request robot under its own limit, which is lower than that of mail to the list (MAIL_RULES 29); the
/// doors themselves read up to the higher one.
///
/// @param request bytes, `limits.request`
/// @param post bytes, `limits.post`
public record Fitting(MailingList list, int request, int post, Inlet inlet) implements Inlet {
    @Override
    public void take(Envelope envelope, byte[] raw) throws NotNow {
        int most = envelope.recipients().stream().allMatch(list::isPost) ? post : request;
        if (raw.length > most) throw new TooLarge(most);
        inlet.take(envelope, raw);
    }

    @Override
    public void refused(String door, String reason) {
        inlet.refused(door, reason);
    }

    /// What a door has to read before it knows whom a mail is for.
    public int most() {
        return Math.max(request, post);
    }
}
