package tldops.mailets;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands mail to the robot over SMTP on this machine, as it came; with user and password where there is a DMARC finding for the
/// robot to believe, else without, so that it judges itself. While the robot is away James keeps the mail and comes again, at
/// first after a minute, later every quarter of an hour, for ever; what the robot refuses goes to another processor, and
/// nobody is told who could be a victim (MAIL_RULES 23).
public final class HandToRobot extends GenericMailet {
    private static final Logger LOG = LoggerFactory.getLogger(HandToRobot.class);
    private static final AttributeName TRIES = AttributeName.of("tldops.tries");
    private static final AttributeName NEXT = AttributeName.of("tldops.next");
    private static final int MOST_DOUBLINGS = 20;

    private Robot robot = new Robot(new InetSocketAddress(0), 0, "", "");
    private String refused = "";
    private String waiting = "";
    private long first;
    private long longest;

    @Override
    public void init() throws MessagingException {
        String host = getInitParameter("host", "127.0.0.1");
        try {
            InetAddress address = InetAddress.getByName(host);
            if (!address.isLoopbackAddress()) throw new MessagingException("HandToRobot: <host> must be this machine, since the password travels in the clear; it got: " + host);
            robot = new Robot(new InetSocketAddress(address, number("port", 2525)), number("patience", 60) * 1000, wanted("user"), password(wanted("password")));
        } catch (IOException unreadable) {
            throw new MessagingException("HandToRobot: " + unreadable, unreadable);
        }
        refused = getInitParameter("refused", "robot-refused");
        waiting = getInitParameter("waiting", "robot-waiting");
        longest = TimeUnit.SECONDS.toMillis(number("longest-retry", 900));
        first = Math.min(longest, TimeUnit.SECONDS.toMillis(number("first-retry", 60)));
    }

    private String wanted(String name) throws MessagingException {
        String value = getInitParameter(name, "").strip();
        if (value.isEmpty()) throw new MessagingException("HandToRobot wants <" + name + ">");
        return value;
    }

    private int number(String name, int usual) throws MessagingException {
        String value = getInitParameter(name, Integer.toString(usual)).strip();
        if (!value.matches("[1-9]\\d{0,5}")) throw new MessagingException("HandToRobot: <" + name + "> is a whole number from 1 on; it got: " + value);
        return Integer.parseInt(value);
    }

    /// Only from a file: James's configuration is read by more people than a password should be.
    private static String password(String where) throws MessagingException, IOException {
        if (!where.startsWith("file:")) throw new MessagingException("HandToRobot: <password> names a file, file:/path");
        String password = Files.readString(Path.of(where.substring("file:".length()))).strip();
        if (password.isEmpty()) throw new MessagingException("HandToRobot: the file of <password> is empty");
        return password;
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        if (early(mail)) {
            LOG.warn("The queue of this James does not wait: {} goes to the processor {}", mail.getName(), waiting);
            mail.removeAttribute(NEXT);
            mail.setState(waiting);
            return;
        }
        boolean vouched = mail.getAttribute(StampAuthentication.VOUCHED).isPresent();
        Robot.Answer answer = robot.take(mail.getMaybeSender().asOptional(), mail.getRecipients(), raw(mail), vouched);
        if (!answer.later().isEmpty()) comeAgain(mail, answer);
        if (answer.never().isEmpty()) {
            mail.setState(Mail.GHOST);
            return;
        }
        LOG.warn("{} refuses {}: {}", robot, mail.getName(), answer.why());
        mail.setRecipients(answer.never());
        mail.setErrorMessage(answer.why());
        mail.setState(refused);
    }

    private static byte[] raw(Mail mail) throws MessagingException {
        try {
            return RawMail.of(mail.getMessage());
        } catch (IOException unreadable) {
            throw new MessagingException("HandToRobot cannot read the mail " + mail.getName(), unreadable);
        }
    }

    /// Puts a copy into James's own queue, which survives James; it comes back into this processor.
    private void comeAgain(Mail mail, Robot.Answer answer) throws MessagingException {
        int tries = AttributeUtils.getValueAndCastFromMail(mail, TRIES, Integer.class).orElse(0);
        long delay = Math.min(longest, first << Math.min(tries, MOST_DOUBLINGS));
        LOG.warn("{} does not take {} now ({}): again in {} s", robot, mail.getName(), answer.why(), delay / 1000);
        String here = mail.getState();
        mail.setRecipients(answer.later());
        mail.setAttribute(new Attribute(TRIES, AttributeValue.of(tries + 1)));
        mail.setAttribute(new Attribute(NEXT, AttributeValue.of(System.currentTimeMillis() + delay)));
        try {
            getMailetContext().sendMail(mail, here, delay, TimeUnit.MILLISECONDS);
        } catch (MessagingException | RuntimeException full) {
            // whoever handles this gets everybody who has not got the mail
            List<MailAddress> left = Stream.concat(answer.later().stream(), answer.never().stream()).toList();
            mail.setRecipients(left);
            throw full;
        }
    }

    /// Some queues (RabbitMQ's) take a delay and forget it; a mail would run in circles.
    private boolean early(Mail mail) {
        long now = System.currentTimeMillis();
        return AttributeUtils.getValueAndCastFromMail(mail, NEXT, Long.class).filter(next -> next - now > first / 2).isPresent();
    }

    @Override
    public String getMailetInfo() {
        return "HandToRobot: hands mail to the TLD-OPS robot, as it came";
    }
}
