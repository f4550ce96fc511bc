package tldops.store;

import java.time.Instant;
import java.util.List;
import tldops.core.Digest;

/// How the lines of the journal hang together (N30), so that anybody can check an export without the robot.
///
/// A line's digest is the SHA-256 (hex) of the UTF-8 text: the digest of the line before ("" before the first) and a line feed;
/// the canonical line; the digest of its personal values and a line feed. That digest is the SHA-256 of the values'
/// commitments, each followed by a line feed; a commitment is the SHA-256 of salt, role and value, parted by line
/// feeds. An erased value leaves its commitment.
final class Chain {
    private Chain() {}

    /// `name value`, one a line, with `\` and line feeds inside values written as `\\` and `\n`.
    static String canonical(
            long number, Instant at, long inbox, String mail, String request, String tld, long caseNumber, String what, String reason,
            String transition, String evidence, String letters, String sureness) {
        StringBuilder line = new StringBuilder();
        field(line, "number", Long.toString(number));
        field(line, "at", at.toString());
        field(line, "inbox", Long.toString(inbox));
        field(line, "mail", mail);
        field(line, "request", request);
        field(line, "tld", tld);
        field(line, "case", Long.toString(caseNumber));
        field(line, "what", what);
        field(line, "reason", reason);
        field(line, "transition", transition);
        field(line, "evidence", evidence);
        field(line, "letters", letters);
        // lines of a robot that did not tell it yet are as they were
        if (!sureness.isEmpty()) field(line, "sureness", sureness);
        return line.toString();
    }

    private static void field(StringBuilder line, String name, String value) {
        line.append(name).append(' ').append(value.replace("\\", "\\\\").replace("\n", "\\n")).append('\n');
    }

    static String commitment(String salt, String role, String value) {
        return Digest.hex(salt + "\n" + role + "\n" + value);
    }

    static String digest(String previous, String canonical, List<String> commitments) {
        StringBuilder all = new StringBuilder();
        for (String commitment : commitments) all.append(commitment).append('\n');
        return Digest.hex(previous + "\n" + canonical + Digest.hex(all.toString()) + "\n");
    }
}
