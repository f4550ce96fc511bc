package tldops.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A letter as a value: to whom, about what, how it may be answered. Its words come from a template (room `letters`),
/// its bytes from room `mail`; it leaves when the decision that holds it is recorded (DESIGN 1.1).
///
/// @param id unguessable; the tag of its bounce address (VERP), so nobody but the relay learns it
/// @param reply the secret that an answer brings back; it stands in Reply-To and on the reference line
/// @param answer true: an answer to a mail (`Auto-Submitted: auto-replied`), false: our own initiative (`auto-generated`)
/// @param inReplyTo Message-ID of the mail it answers, without brackets
/// @param caseNumber 0 when it belongs to no case
/// @param envelope where bounces go (MAIL_RULES 19)
/// @param secret its body is erased once the relay has it (MAIL_RULES 33)
/// @param reported whether the core wants to hear `Sent` and `GivenUp`
/// @param bestBefore past it the letter is dropped unsent
/// @param subscribers who gets it by the list's envelope, named in no header; empty for a letter to those in To and Cc
public record Letter(
        String id,
        Content content,
        Language language,
        List<Address> to,
        List<Address> cc,
        Optional<Token> reply,
        boolean answer,
        Optional<String> inReplyTo,
        long caseNumber,
        Envelope envelope,
        boolean secret,
        boolean reported,
        Instant bestBefore,
        List<Address> subscribers) {

    public enum Envelope {
        /// `tld-ops-bounces+<id>@`: requests.
        VERP,
        /// `<>`: error answers.
        NULL
    }

    /// A letter to those in To and Cc.
    public Letter(String id, Content content, Language language, List<Address> to, List<Address> cc, Optional<Token> reply, boolean answer, Optional<String> inReplyTo, long caseNumber,
            Envelope envelope, boolean secret, boolean reported, Instant bestBefore) {
        this(id, content, language, to, cc, reply, answer, inReplyTo, caseNumber, envelope, secret, reported, bestBefore, List.of());
    }

    /// A bulletin or a post: the breaker does not count it (L10), and other letters go before it.
    public boolean bulletin() {
        return !subscribers.isEmpty() || content.bulletin();
    }

    /// The same letter as an answer to a mail.
    Letter answering(Mail mail) {
        Optional<String> reference = mail.messageId().isEmpty() ? Optional.empty() : Optional.of(mail.messageId());
        return new Letter(id, content, language, to, cc, reply, true, reference, caseNumber, envelope, secret, reported, bestBefore, subscribers);
    }

    /// As a letter to nobody in particular: what it says is the same for all.
    public Letter shared(Content part) {
        return new Letter("", part, language, to, List.of(), Optional.empty(), false, Optional.empty(), 0, envelope, false, false, bestBefore, List.of());
    }

    Letter saying(Content other) {
        return new Letter(id, other, language, to, cc, reply, answer, inReplyTo, caseNumber, envelope, secret, reported, bestBefore, subscribers);
    }

    /// Never the token.
    @Override
    public String toString() {
        return content.getClass().getSimpleName() + " to " + to + (cc.isEmpty() ? "" : " cc " + cc);
    }
}
