package tldops.core;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a mail asks for, read without knowing the registry. Garbage is a case of it, not an error.
public sealed interface Request {
    /// Written by a machine; nothing moves and nobody is answered (MAIL_RULES 18, L01, L13).
    record Automatic(String reason) implements Request {}

    /// A delivery report about letters of ours (MAIL_RULES 25, L01, L05).
    ///
    /// @param key the tag of the bounce address it came to: names the letter; empty = a forgery candidate
    /// @param failed the recipients that can not be reached for good; empty when merely delayed or a success
    record Bounced(Optional<String> key, List<Failure> failed, String summary) implements Request {}

    /// @param status as in RFC 3463, `5.1.1`; "" when unknown
    record Failure(Optional<Address> recipient, String status) {}

    /// A filled-in template, whole or in part, with whatever is wrong in it.
    record FilledIn(Form form) implements Request {}

    /// One-word answers to a question of ours, found in the newly written text (N10).
    ///
    /// @param words the distinct words found; more than one verdict among them is for the core to ask back
    /// @param numbers digits standing alone on a line or behind a word, in order (`extend 5`, `2`)
    /// @param doubtful a word stood in a sentence that negates it or makes it conditional
    record Answered(Set<Word> words, List<Integer> numbers, boolean doubtful) implements Request {}

    /// Words of verdicts in any of our languages.
    enum Word { CONFIRM, DENY, UNDO, BLOCK, RELEASE, EXTEND, CLOSE }

    /// Commands to the request robot, in their order (R054-R058).
    ///
    /// @param unprocessed lines of the new text that are no command, signature included
    /// @param ignoredParts whether parts other than text were left aside
    record Commands(List<Command> commands, List<String> unprocessed, boolean ignoredParts) implements Request {}

    sealed interface Command {
        /// The command as it would be written, without any password.
        String words();

        /// `who [password] [.nl .fr]`
        record Who(Optional<String> password, List<Tld> tlds) implements Command {
            @Override
            public String words() {
                return "who" + String.join("", tlds.stream().map(tld -> " " + tld.display()).toList());
            }

            /// Never the password (MAIL_RULES 24).
            @Override
            public String toString() {
                return "who" + (password.isPresent() ? " ***" : "");
            }
        }

        record Help() implements Command {
            @Override
            public String words() {
                return "help";
            }
        }

        /// The Secretariat's word on the batches of invitations: `batches hold`, `batches resume` (N26).
        record Batches(boolean on) implements Command {
            @Override
            public String words() {
                return on ? "batches resume" : "batches hold";
            }
        }

        /// Asks for a list password for `who` (X07).
        record Password() implements Command {
            @Override
            public String words() {
                return "password";
            }
        }
    }

    /// A person wrote, but nothing we can act on.
    record Unclear(String reason) implements Request {}
}
