package tldops.conversations;

import java.util.List;

/// One fenced block of a conversation: what happens, or what must follow from it.
///
/// @param kind the first word behind the fence: `mail`, `out`, ...
/// @param argument the rest of that line
/// @param line 1-based line of the opening fence; the body begins on the next
record Block(String kind, String argument, int line, List<String> body) {
    /// Line of the file on which the body's line with that index (from 0) stands.
    int lineOf(int index) {
        return line + 1 + index;
    }
}
