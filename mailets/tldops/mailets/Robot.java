package tldops.mailets;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.james.core.MailAddress;

/// The robot as James sees it: an SMTP server on this machine that says to each recipient yes, never, or not now.
///
/// @param patience milliseconds for the connection and for each reply
record Robot(InetSocketAddress door, int patience, String user, String password) {
    /// What became of the recipients of a mail.
    ///
    /// @param why what was said last to those that were not taken
    record Answer(List<MailAddress> taken, List<MailAddress> never, List<MailAddress> later, String why) {}

    /// Hands a mail over. A line that breaks leaves everybody for later, also when the mail was taken and only the robot's word
    /// was lost: it knows a mail that it has.
    ///
    /// @param vouched log in, so that the robot believes what stands on top; then without a login nothing is handed over
    Answer take(Optional<MailAddress> sender, Collection<MailAddress> recipients, byte[] raw, boolean vouched) {
        List<MailAddress> all = List.copyOf(recipients);
        try (SmtpLine line = SmtpLine.open(door, patience)) {
            SmtpLine.Reply ready = greeted(line, vouched);
            if (!ready.yes()) return new Answer(List.of(), List.of(), all, ready.toString());
            SmtpLine.Reply from = line.say("MAIL FROM:<" + sender.map(MailAddress::asString).orElse("") + ">");
            if (!from.yes()) return refused(from, List.of(), List.of(), all);
            List<MailAddress> welcome = new ArrayList<>();
            List<MailAddress> never = new ArrayList<>();
            List<MailAddress> later = new ArrayList<>();
            SmtpLine.Reply last = from;
            for (MailAddress each : all) {
                SmtpLine.Reply reply = line.say("RCPT TO:<" + each.asString() + ">");
                (reply.yes() ? welcome : reply.never() ? never : later).add(each);
                if (!reply.yes()) last = reply;
            }
            if (welcome.isEmpty()) return new Answer(List.of(), List.copyOf(never), List.copyOf(later), last.toString());
            SmtpLine.Reply begin = line.say("DATA");
            SmtpLine.Reply end = begin.code() == 354 ? line.mail(raw) : begin;
            return end.yes() ? new Answer(List.copyOf(welcome), List.copyOf(never), List.copyOf(later), last.toString()) : refused(end, never, later, welcome);
        } catch (IOException gone) {
            return new Answer(List.of(), List.of(), all, String.valueOf(gone.getMessage()));
        } catch (IllegalArgumentException control) {
            return new Answer(List.of(), all, List.of(), "a control character in an address");
        }
    }

    private SmtpLine.Reply greeted(SmtpLine line, boolean vouched) throws IOException {
        SmtpLine.Reply greeting = line.reply();
        if (!greeting.yes()) return greeting;
        SmtpLine.Reply hello = line.say("EHLO localhost");
        return hello.yes() && vouched ? line.logIn(user, password) : hello;
    }

    private static Answer refused(SmtpLine.Reply reply, List<MailAddress> never, List<MailAddress> later, List<MailAddress> rest) {
        List<MailAddress> longer = new ArrayList<>(reply.never() ? never : later);
        longer.addAll(rest);
        return reply.never() ? new Answer(List.of(), longer, later, reply.toString()) : new Answer(List.of(), never, longer, reply.toString());
    }

    /// Without the password.
    @Override
    public String toString() {
        return "the robot at " + door;
    }
}
