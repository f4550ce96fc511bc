package tldops.iana;

import java.io.IOException;
import tldops.core.Tld;

/// Where records of ccTLDs come from: IANA's WHOIS server ([Whois]) or a folder of files ([Folder]).
public interface Source {
    /// No source hands out more; a record has some three thousand bytes (MAIL_RULES 29).
    int MAX_BYTES = 64 * 1024;

    /// The raw answer in the layout of a WHOIS record, not yet judged.
    ///
    /// @throws IOException when there is no answer, or none that is whole
    String ask(Tld tld) throws IOException;
}
