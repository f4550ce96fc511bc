package tldops.iana;

import java.io.IOException;
import tldops.core.Tld;

/// Where records of ccTLDs come from: IANA's RDAP server ([Rdap]), its WHOIS server ([Whois]) or a folder of files ([Folder]).
public interface Source {
    /// No source hands out more; a record has some three thousand bytes (MAIL_RULES 29).
    int MAX_BYTES = 64 * 1024;

    /// The raw answer, not yet judged.
    ///
    /// @throws IOException when there is no answer, or none that is whole
    String ask(Tld tld) throws IOException;

    /// Where an answer about it comes from, for the evidence: `whois.iana.org`, `folder`.
    default String where(Tld tld) {
        return "source";
    }

    /// Lets go of what it holds open.
    default void close() {}
}
