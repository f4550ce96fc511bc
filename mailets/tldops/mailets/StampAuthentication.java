package tldops.mailets;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;

/// Puts what James found out about the sender on top of a mail as the one Authentication-Results field (RFC 8601), and takes
/// away those that came with it: whoever wrote them was a stranger (RFC 8601 5, MAIL_RULES 1-2).
public final class StampAuthentication extends GenericMailet {
    /// On a mail that went through here with a finding to believe; nobody outside James can set it.
    static final AttributeName VOUCHED = AttributeName.of("tldops.vouched");

    static final Pattern HOST = Pattern.compile("[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})*");
    private static final Pattern SERVER = Pattern.compile("\\s*([A-Za-z0-9.-]+)\\s*(1\\s*)?;.*", Pattern.DOTALL);
    private static final String FIELD = "authentication-results";

    private String id = "";
    private Set<String> keep = Set.of();
    private Set<String> remove = Set.of();
    private String dmarc = "";

    @Override
    public void init() throws MessagingException {
        id = getInitParameter("authserv-id", "").strip().toLowerCase(Locale.ROOT);
        if (!HOST.matcher(id).matches()) throw new MessagingException("StampAuthentication wants <authserv-id>, the name of this server as intake.smtp.authserv-ids of the robot has it; it got: " + id);
        keep = words("keep");
        remove = words("remove");
        if (keep.contains(id)) throw new MessagingException("StampAuthentication: <keep> names other servers in front of this one, not " + id + " itself");
        dmarc = getInitParameter("dmarc", "").strip();
    }

    private Set<String> words(String parameter) {
        return Arrays.stream(getInitParameter(parameter, "").split("[,\\s]+")).filter(word -> !word.isEmpty()).map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        Findings findings = Findings.of(mail, dmarc);
        try {
            MimeMessage stamped = RawMail.topped(mail.getMessage(), findings.field(id), this::foreign);
            mail.setMessage(stamped);
        } catch (IOException unreadable) {
            throw new MessagingException("StampAuthentication cannot read the mail " + mail.getName(), unreadable);
        }
        mail.removeAttribute(VOUCHED);
        if (findings.judged()) mail.setAttribute(new Attribute(VOUCHED, AttributeValue.of(id)));
    }

    /// Every field that cannot be read for certain as that of a server in `keep` goes.
    private boolean foreign(String line) {
        int colon = line.indexOf(':');
        String name = (colon < 0 ? line : line.substring(0, colon)).strip().toLowerCase(Locale.ROOT);
        if (remove.contains(name)) return true;
        if (!name.equals(FIELD)) return false;
        Matcher server = SERVER.matcher(line.substring(colon + 1));
        return !server.matches() || !keep.contains(server.group(1).toLowerCase(Locale.ROOT));
    }

    @Override
    public String getMailetInfo() {
        return "StampAuthentication: James's findings about the sender as one Authentication-Results field";
    }
}
