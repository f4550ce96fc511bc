package tldops.mailets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.Mail;

/// What James's own mailets wrote on a mail about its sender, as results of RFC 8601 2.7: never more than they found. What they
/// did not look at is `none`, and a DMARC result stands there only when one was found.
///
/// @param results each as it stands behind a semicolon
record Findings(List<String> results) {
    private static final AttributeName SPF = AttributeName.of("org.apache.james.transport.mailets.spf.result");
    private static final AttributeName DKIM = AttributeName.of("jDKIM.AUTHRESULT");
    private static final Set<String> SPF_WORDS = Set.of("none", "pass", "fail", "softfail", "policy", "neutral", "temperror", "permerror");
    private static final Set<String> DKIM_WORDS = Set.of("none", "pass", "fail", "policy", "neutral", "temperror", "permerror");
    private static final Set<String> DMARC_WORDS = Set.of("none", "pass", "fail", "temperror", "permerror");
    private static final Pattern DMARC = Pattern.compile("(\\w+)(?:\\s+header\\.from=(\\S+))?");
    private static final String IDENTITY = "(identity ";
    private static final Pattern SIGNER = Pattern.compile("\\w+ \\(identity [^()@]*@([A-Za-z0-9.-]+)[):].*", Pattern.DOTALL);
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._%+=@-]{1,200}");

    /// @param dmarc the attribute in which another mailet leaves `pass header.from=nic.example`; "" when none does
    static Findings of(Mail mail, String dmarc) {
        List<String> results = new ArrayList<>();
        text(mail, Mail.SMTP_AUTH_USER).filter(user -> PLAIN.matcher(user).matches()).ifPresent(user -> results.add("auth=pass smtp.auth=\"" + user + "\""));
        results.add("spf=" + spf(mail));
        results.add("dkim=" + text(mail, DKIM).map(Findings::dkim).orElse("none"));
        if (!dmarc.isEmpty()) text(mail, AttributeName.of(dmarc)).flatMap(Findings::dmarc).ifPresent(found -> results.add("dmarc=" + found));
        return new Findings(List.copyOf(results));
    }

    /// Whether DMARC was evaluated, without which no finding authenticates anybody (MAIL_RULES 9).
    boolean judged() {
        return results.stream().anyMatch(result -> result.matches("dmarc=(pass|fail|none)\\b.*"));
    }

    String field(String id) {
        return "Authentication-Results: " + id + ";\r\n\t" + String.join(";\r\n\t", results);
    }

    /// With the domain that was asked: that of MAIL FROM, or of the greeting where there is none (RFC 7208 2.4).
    private static String spf(Mail mail) {
        String word = word(text(mail, SPF), SPF_WORDS);
        Optional<String> sender = mail.getMaybeSender().asOptional().map(from -> from.getDomain().asString());
        if (word.equals("none") || sender.or(() -> text(mail, Mail.SMTP_HELO)).isEmpty()) return word;
        String property = sender.isPresent() ? "smtp.mailfrom" : "smtp.helo";
        return sender.or(() -> text(mail, Mail.SMTP_HELO)).filter(Findings::host).map(name -> word + " " + property + "=" + name.toLowerCase(Locale.ROOT)).orElse(word);
    }

    /// `pass (identity @nic.example)`. The part before the @ is the signer's own choice and can look like a second signer: where
    /// more than one stands, none is named.
    private static String dkim(String found) {
        if (found.contains("no signatures")) return "none";
        String word = word(Optional.of(found), DKIM_WORDS);
        boolean one = found.indexOf(IDENTITY) == found.lastIndexOf(IDENTITY);
        Matcher signer = SIGNER.matcher(found);
        return one && !word.equals("none") && signer.matches() && host(signer.group(1)) ? word + " header.i=@" + signer.group(1).toLowerCase(Locale.ROOT) : word;
    }

    private static Optional<String> dmarc(String found) {
        Matcher result = DMARC.matcher(found.strip());
        if (!result.matches()) return Optional.empty();
        String word = result.group(1).toLowerCase(Locale.ROOT);
        if (!DMARC_WORDS.contains(word)) return Optional.empty();
        return Optional.of(Optional.ofNullable(result.group(2)).filter(Findings::host).map(domain -> word + " header.from=" + domain.toLowerCase(Locale.ROOT)).orElse(word));
    }

    private static String word(Optional<String> found, Set<String> known) {
        return found.flatMap(text -> Stream.of(text.strip().split("\\W", 2)).findFirst()).map(word -> word.toLowerCase(Locale.ROOT)).filter(known::contains).orElse("none");
    }

    private static boolean host(String name) {
        return name.length() < 256 && StampAuthentication.HOST.matcher(name).matches();
    }

    private static Optional<String> text(Mail mail, AttributeName name) {
        return AttributeUtils.getValueAndCastFromMail(mail, name, String.class);
    }
}
