package tldops.intake;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tldops.core.Address;
import tldops.core.Rules.MailingList;

/// The dialogue with one LMTP client (RFC 2033): like SMTP, but behind a mail there is one answer for each recipient.
/// All of a mail's recipients are one inbox row, since one mail acts once.
final class LmtpSession {
    /// A client that makes so many mistakes does not speak LMTP, and is hung up on.
    static final int MISTAKES = 5;

    private static final Pattern MAIL = Pattern.compile("FROM: ?(<[^>]*>)((?: +[^ ]+)*) *", Pattern.CASE_INSENSITIVE);
    private static final Pattern RCPT = Pattern.compile("TO: ?(<[^>]+>) *", Pattern.CASE_INSENSITIVE);

    private final LmtpLine line;
    private final LmtpDoor.Settings settings;
    private final MailingList list;
    private final Delivery delivery;
    private final LmtpDoor.Caller caller;
    private final BooleanSupplier closing;
    private String helo = "";
    private boolean begun;
    private Optional<Address> sender = Optional.empty();
    private final List<Address> recipients = new ArrayList<>();
    private int mistakes;
    private boolean over;

    LmtpSession(LmtpLine line, LmtpDoor.Settings settings, MailingList list, Delivery delivery, LmtpDoor.Caller caller, BooleanSupplier closing) {
        this.line = line;
        this.settings = settings;
        this.list = list;
        this.delivery = delivery;
        this.caller = caller;
        this.closing = closing;
    }

    /// Talks until one of both has had enough.
    void talk() throws IOException {
        line.say("220 " + settings.host() + " LMTP tldops-robot");
        while (!over) {
            if (closing.getAsBoolean()) {
                leave("421 " + end());
                return;
            }
            switch (line.heard()) {
                case LmtpLine.Heard.Command(var text) -> command(text);
                case LmtpLine.Heard.Unreadable(var why) -> mistake("500 5.5.2 Not a command: " + why);
                case LmtpLine.Heard.HungUp() -> leave("421 " + end());
            }
        }
    }

    /// Why we say no more.
    private String end() {
        if (closing.getAsBoolean()) return "4.3.2 Closing, try again later";
        return line.late() ? "4.4.2 This takes too long" : "4.4.2 The line broke";
    }

    private void leave(String words) throws IOException {
        line.say(words);
        over = true;
    }

    private void mistake(String words) throws IOException {
        line.say(words);
        if (++mistakes >= MISTAKES) leave("421 4.7.0 Too many mistakes");
    }

    private void command(String text) throws IOException {
        String verb = text.split(" ", 2)[0].toUpperCase(Locale.ROOT);
        String rest = text.substring(verb.length()).strip();
        switch (verb) {
            case "LHLO" -> hello(rest);
            case "MAIL" -> from(rest);
            case "RCPT" -> to(rest);
            case "DATA" -> data(rest);
            case "RSET" -> {
                reset();
                line.say("250 2.0.0 Ok");
            }
            case "NOOP" -> line.say("250 2.0.0 Ok");
            case "VRFY" -> line.say("252 2.5.0 Try it with a mail");
            case "QUIT" -> leave("221 2.0.0 Bye");
            case "HELO", "EHLO" -> mistake("500 5.5.1 This is LMTP: LHLO");
            case "BDAT" -> {
                // the chunk is already on the line and must not be read as commands
                line.say("502 5.5.1 BDAT is not offered");
                over = true;
            }
            default -> mistake("500 5.5.1 Not a command of LMTP");
        }
    }

    private void hello(String name) throws IOException {
        if (name.isEmpty() || name.contains(" ")) {
            mistake("501 5.5.4 Syntax: LHLO hostname");
            return;
        }
        reset();
        helo = name;
        line.say(String.join("\r\n", "250-" + settings.host(), "250-PIPELINING", "250-8BITMIME", "250-SIZE " + settings.most(), "250 ENHANCEDSTATUSCODES"));
    }

    private void from(String rest) throws IOException {
        Matcher matcher = MAIL.matcher(rest);
        if (helo.isEmpty()) mistake("503 5.5.1 LHLO first");
        else if (begun) mistake("503 5.5.1 One mail at a time");
        else if (!matcher.matches()) mistake("501 5.5.4 Syntax: MAIL FROM:<address>");
        else {
            Optional<String> refused = refused(matcher.group(2));
            Optional<Address> path = Ours.path(matcher.group(1));
            if (refused.isPresent()) line.say(refused.get());
            else if (path.isEmpty() && !matcher.group(1).equals("<>")) line.say(delivery.refused("sender", 553, "5.1.7 This sender address could not be answered").line());
            else {
                begun = true;
                sender = path;
                line.say("250 2.1.0 Ok");
            }
        }
    }

    /// Why a mail with these parameters is not taken (RFC 1870, RFC 6152).
    private Optional<String> refused(String parameters) {
        for (String each : parameters.strip().toUpperCase(Locale.ROOT).split(" +")) {
            boolean size = each.matches("SIZE=\\d{1,20}");
            if (size && (each.length() > 15 || Long.parseLong(each.substring(5)) > settings.most())) return Optional.of("552 5.3.4 Larger than " + settings.most() + " bytes");
            if (!size && !each.isEmpty() && !each.matches("BODY=(7BIT|8BITMIME)")) return Optional.of("555 5.5.4 Not offered: this parameter of MAIL");
        }
        return Optional.empty();
    }

    private void to(String rest) throws IOException {
        Matcher matcher = RCPT.matcher(rest);
        if (!begun) mistake("503 5.5.1 MAIL first");
        else if (!matcher.matches()) mistake("501 5.5.4 Syntax: RCPT TO:<address>");
        else if (recipients.size() >= settings.recipients()) line.say("452 4.5.3 Too many recipients");
        else {
            Optional<Address> ours = Ours.recipient(list, matcher.group(1).substring(1, matcher.group(1).length() - 1));
            ours.ifPresent(recipients::add);
            line.say(ours.isPresent() ? "250 2.1.5 Ok" : delivery.refused("recipient", 550, "5.1.1 No such mailbox here").line());
        }
    }

    private void data(String rest) throws IOException {
        if (!rest.isEmpty()) mistake("501 5.5.4 Syntax: DATA");
        else if (!begun) mistake("503 5.5.1 MAIL first");
        // no mistake of a client that sends commands ahead (RFC 2920)
        else if (recipients.isEmpty()) line.say("503 5.5.1 No recipient was accepted");
        else {
            line.say("354 End with a dot alone on a line");
            Delivery.Peer peer = new Delivery.Peer(caller.name(), caller.origin(), helo, "LMTP", caller.trusted());
            Delivery.Answer answer = taken(peer);
            // as many answers as there were recipients, the same one twice included (RFC 2033 4.2)
            if (answer.code() == Delivery.ENOUGH) leave(answer.code() + " " + answer.words());
            else for (Address _ : recipients) line.say(answer.code() + " " + answer.words());
            reset();
        }
    }

    private Delivery.Answer taken(Delivery.Peer peer) throws IOException {
        try {
            return delivery.take(line.mail(settings.data()), peer, sender, new LinkedHashSet<>(recipients));
        } catch (EOFException broken) {
            return new Delivery.Answer(Delivery.ENOUGH, end());
        }
    }

    private void reset() {
        begun = false;
        sender = Optional.empty();
        recipients.clear();
    }
}
