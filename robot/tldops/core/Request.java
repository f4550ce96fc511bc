package tldops.core;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a mail asks for, read without knowing the registry. Garbage is a case of it, not an error.
public sealed interface Request {
    /// Written by a machine; nothing moves and nobody is answered (MAIL_RULES 18, L01, L13).
    ///
    /// @param key the tag of the bounce address it came to; an auto-reply that has it answers a letter of ours
    /// @param until the last day on which its mailbox says nobody is there (N22)
    record Automatic(String reason, Optional<String> key, Optional<LocalDate> until) implements Request {
        public Automatic(String reason) {
            this(reason, Optional.empty(), Optional.empty());
        }
    }

    /// A delivery report about letters of ours (MAIL_RULES 25, L01, L05).
    ///
    /// @param key the tag of the bounce address it came to: names the letter; empty = a forgery candidate
    /// @param failed the recipients that can not be reached for good; empty when merely delayed or a success
    /// @param about the Message-ID of the letter of ours that it returns, "" when it returns none: a hint without rights
    record Bounced(Optional<String> key, List<Failure> failed, String summary, String about) implements Request {
        public Bounced(Optional<String> key, List<Failure> failed, String summary) {
            this(key, failed, summary, "");
        }
    }

    /// @param status as in RFC 3463, `5.1.1`; "" when unknown
    record Failure(Optional<Address> recipient, String status, Cause cause) {
        public Failure(Optional<Address> recipient, String status) {
            this(recipient, status, Cause.of(status, ""));
        }
    }

    /// Somebody's mail program reported mail of ours (ARF, RFC 5965, 6591, 9991; MAIL_RULES 26).
    ///
    /// @param key the tag of our bounce address, by which it came or which it returns; empty = a forgery candidate
    /// @param unwanted as abuse or opt-out; other reports are about authentication and the like
    record Complained(Optional<String> key, boolean unwanted, String summary) implements Request {}

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

        /// `set digest on|off` (R051).
        record Digest(boolean on) implements Command {
            @Override
            public String words() {
                return "set digest " + (on ? "on" : "off");
            }
        }

        /// `set language en|fr`
        record Speak(Language language) implements Command {
            @Override
            public String words() {
                return "set language " + language.tag();
            }
        }

        /// `away until DATE [deputy 2]` (R051, N22).
        ///
        /// @param deputy the rank of who stands in, 0 = nobody is named
        record Away(LocalDate until, int deputy) implements Command {
            @Override
            public String words() {
                return "away until " + until + (deputy == 0 ? "" : " deputy " + deputy);
            }
        }

        /// Ends `away`.
        record Back() implements Command {
            @Override
            public String words() {
                return "back";
            }
        }

        /// Everything that is stored about who asks (L45).
        record MyData() implements Command {
            @Override
            public String words() {
                return "mydata";
            }
        }

        /// Leave, and have what is personal erased (L45).
        record Forget() implements Command {
            @Override
            public String words() {
                return "forget";
            }
        }

        /// `help away`
        ///
        /// @param topic the command, as it is written in English
        record HelpOn(String topic) implements Command {
            @Override
            public String words() {
                return "help " + topic;
            }
        }

        /// Begins like a command of ours and goes on as none.
        ///
        /// @param topic the command that was meant, for its help
        record Unread(String typed, String topic) implements Command {
            @Override
            public String words() {
                return typed;
            }
        }

        /// `urgent .nl`: its SSCs are asked to call (N13).
        ///
        /// @param text the first lines of what he writes to them
        record Urgent(Tld tld, List<String> text) implements Command {
            @Override
            public String words() {
                return "urgent " + tld.display() + (text.isEmpty() ? "" : ": " + Clean.line(text.getFirst(), 60));
            }
        }

        /// Asks for the present data as a form that is filled in (N07). Without ccTLDs: all of the sender's.
        record Modify(List<Tld> tlds) implements Command {
            @Override
            public String words() {
                return "modify" + named(tlds);
            }
        }

        /// Leaves the list (R050, X19). Without ccTLDs: for all of them.
        record Unsubscribe(List<Tld> tlds) implements Command {
            @Override
            public String words() {
                return "unsubscribe" + named(tlds);
            }
        }

        /// The admin contact takes an SSC off (R047).
        record Remove(Address address, List<Tld> tlds) implements Command {
            @Override
            public String words() {
                return "remove " + address + named(tlds);
            }
        }

        /// The admin contact names who may speak for it (X31, N23).
        ///
        /// @param until his last day; empty = as long as is possible
        record Delegate(Address address, List<Tld> tlds, Optional<LocalDate> until) implements Command {
            @Override
            public String words() {
                return "delegate " + address + named(tlds) + until.map(day -> " until " + day).orElse("");
            }
        }

        record Undelegate(List<Tld> tlds) implements Command {
            @Override
            public String words() {
                return "undelegate" + named(tlds);
            }
        }

        private static String named(List<Tld> tlds) {
            return String.join("", tlds.stream().map(tld -> " " + tld.display()).toList());
        }
    }

    /// A mail to the list itself (R053, R059).
    ///
    /// @param label the strictest label of the Traffic Light Protocol in its subject and first lines; empty = none
    /// @param mentioned the ccTLDs in a text that does nothing but ask for a contact (N14); empty for every other
    /// @param commands those of its subject and its text, and each `who` with a password anywhere in it
    /// @param secrets every word in it, attached and enclosed texts and headers too, that has the form of our secrets
    /// @param sign by which the same text is known when another mail brings it again
    record Post(Kind kind, Optional<Tlp> label, Set<Tld> mentioned, List<Command> commands, Set<Token> secrets, String sign) implements Request {
        public enum Kind { TEXT, CONTACT_REQUEST, LEAVING, COMMANDS, UNREADABLE }
    }

    /// A person wrote, but nothing we can act on.
    record Unclear(String reason) implements Request {}
}
