package tldops.core;

import static tldops.core.Standing.Asks.*;
import static tldops.core.Standing.Proof.*;
import static tldops.core.Standing.Relation.*;
import static tldops.core.Standing.Then.*;

import java.util.List;

/// Who may do what: the one table (P2, P3, MAIL_RULES 10 and 10b). Relation of the sender to the matter, what he asks,
/// how sure we are of him → what happens. A From header alone never gets anything done.
public final class Standing {
    private Standing() {}

    /// What the sender is to the ccTLD in question.
    enum Relation {
        ADMIN_CONTACT, ADMIN_IN_CC, APPLICANT, MEMBER, SECRETARIAT, STRANGER,
        /// On the list and no SSC (X20).
        GUEST,
        /// A guest who may read the roster (P5).
        READER,
        /// Whom the admin contact appointed (X31).
        DELEGATE,
        /// An SSC who answers the form about a colleague whom our mail does not reach (N21).
        COLLEAGUE,
        /// The technical contact at IANA, where `authority.roles` names it (X03).
        TECH
    }

    /// What speaks for the sender being who he says (P2).
    enum Proof {
        /// A signature by the key on file over the secret (R012, MAIL_RULES 10, level A).
        SIGNED,
        BOTH, AUTHENTICATED, TOKEN, NONE, FAILED
    }

    enum Asks {
        /// A filled-in form: shows no effect yet.
        ADMIT,
        /// A verdict or a digit: the question showed the effect.
        ANSWER,
        /// `undo` of what was done by a proved mail.
        UNDO,
        /// `undo` of what was done on a token alone (P6).
        UNDO_PROVISIONAL,
        /// The Secretariat's release, extend, close.
        OVERSEE,
        /// What is his own: options, `away`, `mydata`, `forget`, `unsubscribe` (X19).
        COMMAND,
        /// `who`
        ROSTER,
        /// `password`, `urgent`
        SSC_ONLY,
        /// `modify`: the present data goes to the address that may have it, never to one that is claimed.
        MODIFY,
        /// `delegate`, and the answer to its question (X31).
        DELEGATE_SOMEBODY,
        /// `undelegate`: takes a power back.
        UNDELEGATE,
        /// A mail to the list.
        POST,
        /// `batches hold`, `batches resume`: moves nobody's data.
        CAMPAIGN
    }

    enum Then {
        /// Done.
        ACT,
        /// Done, but the admin contact may undo it and private data waits (P6).
        ACT_PROVISIONALLY,
        /// The IANA address is asked, the complete effect shown.
        QUESTION,
        /// The same, and the Secretariat is told: somebody may be forging.
        QUESTION_AND_TELL,
        /// The stored address of the member is asked.
        ASK_STORED_ADDRESS,
        /// The sender is told how to do it right.
        REFUSE,
        /// Counted, nothing else.
        SILENCE
    }

    /// @param ask, either, both what follows under each `authority.proof`
    private record Row(Relation relation, Asks asks, Proof proof, Then ask, Then either, Then both) {}

    private static final List<Row> TABLE = List.of(
            //  relation       asks     proof          ask                either             both
            new Row(ADMIN_CONTACT, ADMIT, SIGNED, ACT, ACT, ACT),
            new Row(ADMIN_CONTACT, ADMIT, BOTH, ACT, ACT, ACT),
            new Row(ADMIN_CONTACT, ADMIT, AUTHENTICATED, QUESTION, ACT, QUESTION),
            new Row(ADMIN_CONTACT, ADMIT, TOKEN, QUESTION, ACT_PROVISIONALLY, QUESTION),
            new Row(ADMIN_CONTACT, ADMIT, NONE, QUESTION, QUESTION, QUESTION),
            new Row(ADMIN_CONTACT, ADMIT, FAILED, QUESTION_AND_TELL, QUESTION_AND_TELL, QUESTION_AND_TELL),
            new Row(ADMIN_IN_CC, ADMIT, AUTHENTICATED, QUESTION, QUESTION, QUESTION),
            new Row(ADMIN_IN_CC, ADMIT, NONE, QUESTION, QUESTION, QUESTION),
            new Row(APPLICANT, ADMIT, AUTHENTICATED, QUESTION, QUESTION, QUESTION),
            new Row(APPLICANT, ADMIT, NONE, QUESTION, QUESTION, QUESTION),
            new Row(ADMIN_CONTACT, ANSWER, SIGNED, ACT, ACT, ACT),
            new Row(ADMIN_CONTACT, ANSWER, BOTH, ACT, ACT, ACT),
            new Row(ADMIN_CONTACT, ANSWER, AUTHENTICATED, QUESTION, ACT, QUESTION),
            new Row(ADMIN_CONTACT, ANSWER, TOKEN, ACT_PROVISIONALLY, ACT_PROVISIONALLY, QUESTION),
            new Row(ADMIN_CONTACT, ANSWER, NONE, QUESTION, QUESTION, QUESTION),
            new Row(ADMIN_CONTACT, ANSWER, FAILED, QUESTION_AND_TELL, QUESTION_AND_TELL, QUESTION_AND_TELL),
            new Row(ADMIN_CONTACT, UNDO, SIGNED, ACT, ACT, ACT),
            new Row(ADMIN_CONTACT, UNDO, BOTH, ACT, ACT, ACT),
            new Row(ADMIN_CONTACT, UNDO_PROVISIONAL, SIGNED, ACT, ACT, ACT),
            new Row(ADMIN_CONTACT, UNDO_PROVISIONAL, BOTH, ACT, ACT, ACT),
            new Row(ADMIN_CONTACT, UNDO_PROVISIONAL, TOKEN, ACT, ACT, REFUSE),
            new Row(SECRETARIAT, OVERSEE, BOTH, ACT, ACT, ACT),
            new Row(SECRETARIAT, CAMPAIGN, AUTHENTICATED, ACT, ACT, ACT),
            new Row(MEMBER, COMMAND, BOTH, ACT, ACT, ACT),
            new Row(MEMBER, COMMAND, AUTHENTICATED, ACT, ACT, ACT),
            new Row(MEMBER, COMMAND, TOKEN, ACT, ACT, ACT),
            new Row(MEMBER, COMMAND, NONE, ASK_STORED_ADDRESS, ASK_STORED_ADDRESS, ASK_STORED_ADDRESS),
            new Row(MEMBER, ROSTER, BOTH, ACT, ACT, ACT),
            new Row(MEMBER, ROSTER, AUTHENTICATED, ACT, ACT, ACT),
            new Row(MEMBER, ROSTER, TOKEN, ACT, ACT, ACT),
            new Row(MEMBER, ROSTER, NONE, ASK_STORED_ADDRESS, ASK_STORED_ADDRESS, ASK_STORED_ADDRESS),
            new Row(MEMBER, SSC_ONLY, BOTH, ACT, ACT, ACT),
            new Row(MEMBER, SSC_ONLY, AUTHENTICATED, ACT, ACT, ACT),
            new Row(MEMBER, SSC_ONLY, TOKEN, ACT, ACT, ACT),
            new Row(MEMBER, SSC_ONLY, NONE, ASK_STORED_ADDRESS, ASK_STORED_ADDRESS, ASK_STORED_ADDRESS),
            new Row(GUEST, COMMAND, BOTH, ACT, ACT, ACT),
            new Row(GUEST, COMMAND, AUTHENTICATED, ACT, ACT, ACT),
            new Row(GUEST, COMMAND, TOKEN, ACT, ACT, ACT),
            new Row(GUEST, COMMAND, NONE, ASK_STORED_ADDRESS, ASK_STORED_ADDRESS, ASK_STORED_ADDRESS),
            new Row(READER, COMMAND, BOTH, ACT, ACT, ACT),
            new Row(READER, COMMAND, AUTHENTICATED, ACT, ACT, ACT),
            new Row(READER, COMMAND, TOKEN, ACT, ACT, ACT),
            new Row(READER, COMMAND, NONE, ASK_STORED_ADDRESS, ASK_STORED_ADDRESS, ASK_STORED_ADDRESS),
            new Row(READER, ROSTER, BOTH, ACT, ACT, ACT),
            new Row(READER, ROSTER, AUTHENTICATED, ACT, ACT, ACT),
            new Row(READER, ROSTER, TOKEN, ACT, ACT, ACT),
            new Row(READER, ROSTER, NONE, ASK_STORED_ADDRESS, ASK_STORED_ADDRESS, ASK_STORED_ADDRESS),
            new Row(DELEGATE, ADMIT, BOTH, ACT, ACT, ACT),
            new Row(DELEGATE, ADMIT, AUTHENTICATED, QUESTION, QUESTION, QUESTION),
            new Row(DELEGATE, ADMIT, TOKEN, QUESTION, QUESTION, QUESTION),
            new Row(DELEGATE, ADMIT, NONE, QUESTION, QUESTION, QUESTION),
            new Row(ADMIN_CONTACT, MODIFY, AUTHENTICATED, ACT, ACT, ACT),
            new Row(ADMIN_CONTACT, MODIFY, NONE, ASK_STORED_ADDRESS, ASK_STORED_ADDRESS, ASK_STORED_ADDRESS),
            new Row(DELEGATE, MODIFY, AUTHENTICATED, ACT, ACT, ACT),
            new Row(ADMIN_CONTACT, DELEGATE_SOMEBODY, SIGNED, ACT, ACT, ACT),
            new Row(ADMIN_CONTACT, DELEGATE_SOMEBODY, BOTH, ACT, ACT, ACT),
            new Row(ADMIN_CONTACT, DELEGATE_SOMEBODY, AUTHENTICATED, QUESTION, QUESTION, QUESTION),
            new Row(ADMIN_CONTACT, DELEGATE_SOMEBODY, TOKEN, QUESTION, QUESTION, QUESTION),
            new Row(ADMIN_CONTACT, DELEGATE_SOMEBODY, NONE, QUESTION, QUESTION, QUESTION),
            new Row(ADMIN_CONTACT, DELEGATE_SOMEBODY, FAILED, QUESTION_AND_TELL, QUESTION_AND_TELL, QUESTION_AND_TELL),
            new Row(ADMIN_CONTACT, UNDELEGATE, AUTHENTICATED, ACT, ACT, QUESTION),
            new Row(ADMIN_CONTACT, UNDELEGATE, NONE, QUESTION, QUESTION, QUESTION),
            new Row(TECH, ADMIT, BOTH, ACT, ACT, ACT),
            new Row(TECH, ADMIT, AUTHENTICATED, QUESTION, QUESTION, QUESTION),
            new Row(TECH, ADMIT, TOKEN, QUESTION, QUESTION, QUESTION),
            new Row(TECH, ADMIT, NONE, QUESTION, QUESTION, QUESTION),
            new Row(TECH, ANSWER, BOTH, ACT, ACT, ACT),
            new Row(TECH, ANSWER, AUTHENTICATED, QUESTION, QUESTION, QUESTION),
            new Row(TECH, ANSWER, TOKEN, ACT_PROVISIONALLY, ACT_PROVISIONALLY, QUESTION),
            new Row(TECH, ANSWER, NONE, QUESTION, QUESTION, QUESTION),
            new Row(TECH, ANSWER, FAILED, QUESTION_AND_TELL, QUESTION_AND_TELL, QUESTION_AND_TELL),
            new Row(TECH, MODIFY, AUTHENTICATED, ACT, ACT, ACT),
            new Row(TECH, MODIFY, NONE, ASK_STORED_ADDRESS, ASK_STORED_ADDRESS, ASK_STORED_ADDRESS),
            new Row(MEMBER, POST, AUTHENTICATED, ACT, ACT, ACT),
            new Row(COLLEAGUE, ADMIT, BOTH, QUESTION, QUESTION, QUESTION),
            new Row(COLLEAGUE, ADMIT, TOKEN, QUESTION, QUESTION, QUESTION),
            new Row(MEMBER, POST, NONE, ASK_STORED_ADDRESS, ASK_STORED_ADDRESS, ASK_STORED_ADDRESS),
            new Row(GUEST, POST, AUTHENTICATED, ACT, ACT, ACT),
            new Row(GUEST, POST, NONE, ASK_STORED_ADDRESS, ASK_STORED_ADDRESS, ASK_STORED_ADDRESS));

    /// What follows; whatever the table does not name is refused, and silently when the mail failed.
    static Then of(Relation relation, Asks asks, Proof proof, Rules.Trust trust) {
        for (Row row : TABLE) {
            if (row.relation == relation && row.asks == asks && row.proof == proof) {
                return switch (trust.proof()) {
                    case ASK -> row.ask;
                    case EITHER -> row.either;
                    case BOTH -> row.both;
                };
            }
        }
        return proof == FAILED ? SILENCE : REFUSE;
    }

    /// The rules for a ccTLD today: after IANA has named another contact the column `both` rules for some days (MAIL_RULES 34).
    static Rules.Trust trust(Registry registry, Tld tld, Authority now, Moment at) {
        Rules.Trust usual = registry.rules().trust();
        return Anchors.coolsDown(registry, tld, now, at.now()) ? new Rules.Trust(Rules.Proof.BOTH, usual.sender(), usual.password()) : usual;
    }

    /// How sure we are of a mail, given whether it brought a secret that was sent to its From address for this.
    static Proof proof(Mail mail, boolean token) {
        if (mail.redirectedBy().isPresent()) return NONE;
        if (token && mail.authentication().signed()) return SIGNED;
        // a signature counts for the question whose secret it covers, and for nothing else
        return switch (mail.authentication().sureness()) {
            case FAILED -> FAILED;
            case AUTHENTICATED -> token ? BOTH : AUTHENTICATED;
            case UNAUTHENTICATED -> token ? TOKEN : NONE;
        };
    }
}
