package tldops.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tldops.core.Address;
import tldops.core.Clean;
import tldops.core.Form.Field;
import tldops.core.Imports.Entry;
import tldops.core.Person;
import tldops.core.Phone;
import tldops.core.Tld;

/// One contact as a list prints it, in the three ways of the seeds (X09, V5, R102): `email (First Last, mobile, .ccTLD)`,
/// `email (First Last, .ccTLD mobile)`, `"First Last, #1, .ccTLD, mobile" mail1, mail2`.
///
/// @param why it can not be read; "" when it can
record RosterLine(Optional<Entry> entry, String why) {
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]*)\\]\\(mailto:[^()]*\\)|<mailto:[^<>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern LISTED = Pattern.compile("(?<mails>[^()\"“”„«»]*[@＠][^()\"“”„«»]*?)[\\s,;]*[(（](?<inside>.*)[)）](?<remark>[^()]*)");
    private static final Pattern SLIDE = Pattern.compile("[\"“”„«](?<inside>[^\"“”„«»]*)[\"“”„»][\\s,;:]*(?<mails>.+)");
    private static final Pattern DOTTED = Pattern.compile("(?<![\\p{L}\\p{M}\\p{Nd}@])[.。](?<label>[\\p{L}][\\p{L}\\p{M}\\p{Nd}-]*)(?:\\s*\\(xn--[a-z0-9-]+\\))?");
    /// As it comes out of a mailer that turned a right-to-left name round.
    private static final Pattern DOT_BEHIND = Pattern.compile("(?<=^|[,،]\\s?)(?<label>[\\p{L}\\p{M}&&[^A-Za-z]]+)[.](?=\\s*(?:[,،]|$))");
    private static final Pattern RANK = Pattern.compile("(?<=^|[,،，\\s])[#＃№]\\s*(?<rank>\\p{Nd}{1,2})(?=$|[,،，\\s])");
    private static final Pattern COMMA = Pattern.compile("[,،，;；]");
    private static final Pattern AWAY = Pattern.compile("(?i)away\\b.*|absent.*");

    static RosterLine of(String typed) {
        String line = Clean.line(LINK.matcher(typed).replaceAll("$1"));
        Matcher listed = LISTED.matcher(line);
        if (listed.matches()) return read(listed.group("mails"), listed.group("inside"));
        Matcher slide = SLIDE.matcher(line);
        if (slide.matches()) return read(slide.group("mails"), slide.group("inside"));
        return not(line.contains("@") ? "neither a ccTLD nor a phone number" : "no e-mail address");
    }

    private static RosterLine read(String mails, String inside) {
        String rest = inside;
        Optional<Tld> tld = Optional.empty();
        Matcher dotted = DOTTED.matcher(rest);
        Matcher behind = DOT_BEHIND.matcher(rest);
        if (dotted.find()) {
            tld = Tld.parse(dotted.group("label"));
            rest = dotted.replaceFirst(" ");
            if (DOTTED.matcher(rest).find()) return not("more than one ccTLD");
        } else if (behind.find()) {
            tld = Tld.parse(behind.group("label"));
            rest = behind.replaceFirst(" ");
        }
        if (tld.isEmpty()) return not("no ccTLD");
        Matcher ranked = RANK.matcher(rest);
        int rank = ranked.find() ? Integer.parseInt(Folded.of(ranked.group("rank"))) : 0;
        rest = rank > 0 ? ranked.replaceFirst(" ") : rest;
        List<String> names = new ArrayList<>();
        String phone = "";
        for (String piece : COMMA.split(rest)) {
            String clean = Clean.line(piece);
            if (clean.isEmpty() || AWAY.matcher(clean).matches()) continue;
            if (phone.isEmpty() && PhoneReader.read(clean).isPresent()) phone = clean;
            else names.add(clean);
        }
        return checked(tld.get(), rank, String.join(", ", names), mails, phone);
    }

    /// The same checks for each way to list a contact.
    static RosterLine checked(Tld tld, int rank, String name, String mails, String phone) {
        Field<String> named = Values.name(0, name);
        Field<List<Address>> addresses = Values.emails(0, mails);
        Field<Phone> number = Values.phone(0, phone);
        if (addresses.value().isEmpty()) return not(addresses.blank() ? "no e-mail address" : "an e-mail address that can not be written to: " + addresses.typed());
        if (addresses.value().getFirst().size() > 2) return not("more than two e-mail addresses");
        if (named.value().isEmpty()) return not("no name");
        if (number.value().isEmpty()) return not(number.blank() ? "no phone number" : "a phone number that can not be dialled: " + number.typed());
        return new RosterLine(Optional.of(new Entry(tld, rank, new Person(named.value().getFirst(), addresses.value().getFirst(), number.value().getFirst()))), "");
    }

    static RosterLine not(String why) {
        return new RosterLine(Optional.empty(), why);
    }
}
