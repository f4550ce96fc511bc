package tldops.trust;

import java.util.List;

/// What the DNS says, as a value: who judges a mail asks through this and nothing else, so that a judgement can be played again
/// (RFC 1035). An answer that did not come is an answer, too: it makes nobody sure and nobody wait for ever (L33).
@FunctionalInterface
public interface Dns {
    /// @param name without the dot at its end
    Answer ask(String name, Kind kind);

    enum Kind { TXT, A, AAAA, MX, PTR }

    sealed interface Answer {
        /// @param values a text each, its pieces joined; an address; the name of a host
        record Found(List<String> values) implements Answer {}

        /// There is no such record.
        ///
        /// @param noName nor any other of this name
        record Nothing(boolean noName) implements Answer {}

        /// Nobody answered, or somebody answered that he can not.
        record Silent(String why) implements Answer {}
    }

    /// The records; none when there are none or nobody answers.
    static List<String> values(Answer answer) {
        return answer instanceof Answer.Found(var values) ? values : List.of();
    }
}
