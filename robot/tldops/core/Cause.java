package tldops.core;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Why a letter came back, as far as it tells something of the address (RFC 3463; L05-L07): no such address, refused for what
/// the mail is or who wrote it, or anything else.
public enum Cause {
    /// Nobody has this address, or not any more.
    ADDRESS,
    /// Refused for what the mail is: its content, its size, its author's DMARC, a block list. Counts against nobody (L07).
    POLICY,
    OTHER;

    private static final Pattern STATUS = Pattern.compile("(?<![0-9.])[245]\\.\\d{1,3}\\.\\d{1,3}(?![0-9.])");
    /// 5.1.7 and 5.1.8 are about our own address; 5.2.3 and 5.3.4 about the size (RFC 3463 3.2-3.4).
    private static final Pattern REFUSED = Pattern.compile("[45]\\.(?:[67]\\.\\d+|1\\.[78]|2\\.3|3\\.4)");
    private static final Pattern NOBODY = Pattern.compile("5\\.(?:1\\.(?:[012346]|9|10)|2\\.1)");
    private static final Pattern REFUSED_IN_WORDS = Pattern.compile(
            "\\b(?:dmarc|dkim|spf|spam(?:my)?|unsolicited|blacklist(?:ed)?|block ?list(?:ed)?|blocked (?:using|by)|spamhaus|rbl|poor reputation|reputation|greylist(?:ed)?|virus|malware|message content|content (?:rejected|filter)|policy (?:reasons|violation|restrictions)"
                    + "|local policy|message (?:size|too (?:large|big))|size limit|too many messages|rate limit)\\b");
    private static final Pattern NOBODY_IN_WORDS = Pattern.compile(
            "user unknown|unknown (?:user|recipient|mailbox|local part)|no such (?:user|recipient|mailbox|address|account|person)|nosuchuser|(?:user|recipient|mailbox|account|address|addressee) (?:does not|doesn't|doesn.t) exist|doesn't have an? \\S+ account"
                    + "|(?:user|recipient|mailbox|account)(?: \\S+)? (?:was )?not found|recipnotfound|recipientnotfound|recipient not found by smtp address lookup|not listed in|invalid (?:recipient|mailbox)|mailbox (?:unavailable|disabled|is disabled|invalid|has been deleted)|no mailbox here by that name|no mailbox by that name"
                    + "|account (?:that you tried to reach )?(?:does not exist|is disabled|has been (?:disabled|deleted))|is not a valid (?:mailbox|recipient|user)|recipient address rejected: access denied|host or domain name not found|domain (?:name )?not found|unrouteable address|unrouteable mail domain|couldn't find any host named");

    /// @param status as in RFC 3463; "" when unknown
    /// @param words what the refusing server said, or the report; "" when nothing
    public static Cause of(String status, String words) {
        String said = words.toLowerCase(Locale.ROOT);
        Matcher found = STATUS.matcher(said);
        String exact = vague(status) && found.find() ? found.group() : status;
        if (REFUSED.matcher(exact).matches()) return POLICY;
        if (NOBODY.matcher(exact).matches()) return ADDRESS;
        if (REFUSED_IN_WORDS.matcher(said).find()) return POLICY;
        return !exact.startsWith("4") && NOBODY_IN_WORDS.matcher(said).find() ? ADDRESS : OTHER;
    }

    /// Servers that do not know better say 5.0.0, or nothing.
    private static boolean vague(String status) {
        return status.isEmpty() || status.endsWith(".0.0");
    }
}
