package tldops.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a DKIM-Signature says of itself (RFC 6376 3.5), and whether it can be of use to us at all: that is looked at before the
/// DNS is asked for its key (MAIL_RULES 5).
///
/// @param field the whole field
record DkimSignature(String field, Map<String, String> tags) {
    private static final Set<String> ALGORITHMS = Set.of("rsa-sha256", "ed25519-sha256");
    private static final Pattern HOST = Pattern.compile("([a-z0-9_-]{1,63}\\.)*[a-z0-9_-]{1,63}");
    /// jDKIM cuts such characters off a field's ends like spaces, so that one could be put there behind the signer's back.
    private static final Pattern UNSEEN = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]");
    /// Who can change one of these can say something else by a signed mail.
    private static final List<String> COVERED = List.of("subject", "date", "to", "cc", "message-id");
    /// Clocks differ.
    private static final Duration AHEAD = Duration.ofMinutes(15);

    /// Empty when it is no list of tags, or a tag stands twice (RFC 6376 3.2).
    static Optional<DkimSignature> read(String field) {
        Map<String, String> tags = new HashMap<>();
        for (String tag : field.substring(field.indexOf(':') + 1).split(";")) {
            if (tag.isBlank()) continue;
            int equals = tag.indexOf('=');
            if (equals < 0 || tags.putIfAbsent(tag.substring(0, equals).strip(), tag.substring(equals + 1).replaceAll("\\s", "")) != null) return Optional.empty();
        }
        return Optional.of(new DkimSignature(field, Map.copyOf(tags)));
    }

    /// Who signed, in lower case; "" when that is no domain.
    String domain() {
        return name("d");
    }

    String selector() {
        return name("s");
    }

    private String name(String tag) {
        String name = tags.getOrDefault(tag, "").toLowerCase(Locale.ROOT);
        return name.length() <= 253 && HOST.matcher(name).matches() ? name : "";
    }

    /// Why it is of no use, whatever its key; empty when it may be.
    Optional<String> fault(SignedMail mail, Instant arrived) {
        if (!"1".equals(tags.get("v"))) return Optional.of("v= is not 1");
        String algorithm = tags.getOrDefault("a", "").toLowerCase(Locale.ROOT);
        if (!ALGORITHMS.contains(algorithm)) return Optional.of((algorithm.equals("rsa-sha1") ? "rsa-sha1" : "an algorithm") + " is not to be used (RFC 8301 3.1)");
        if (tags.containsKey("l")) return Optional.of("l= leaves an end unsigned (RFC 6376 8.2)");
        if (domain().isEmpty() || selector().isEmpty()) return Optional.of("d= or s= is no name");
        if (!covered().contains("from")) return Optional.of("h= leaves out from (RFC 6376 5.4)");
        if (covered().stream().flatMap(name -> mail.getFields(name).stream()).anyMatch(field -> UNSEEN.matcher(field).find())) return Optional.of("a control character in a signed field (RFC 6376 3.4.2)");
        return times(arrived);
    }

    /// What of this mail it leaves open for anybody to change, though a mail says it: the field's names in lower case.
    ///
    /// @param has whether the mail has a field of that name
    List<String> uncovered(Predicate<String> has) {
        return COVERED.stream().filter(name -> !covered().contains(name) && has.test(name)).toList();
    }

    private Set<String> covered() {
        return Arrays.stream(tags.getOrDefault("h", "").toLowerCase(Locale.ROOT).split(":")).map(String::strip).collect(Collectors.toSet());
    }

    private Optional<String> times(Instant arrived) {
        try {
            Optional<Long> signed = Optional.ofNullable(tags.get("t")).map(Long::valueOf);
            Optional<Long> ends = Optional.ofNullable(tags.get("x")).map(Long::valueOf);
            if (ends.filter(end -> end <= arrived.getEpochSecond()).isPresent()) return Optional.of("x= is past");
            if (ends.isPresent() && signed.filter(time -> time >= ends.get()).isPresent()) return Optional.of("x= is before t=");
            return signed.filter(time -> time > arrived.plus(AHEAD).getEpochSecond()).map(_ -> "t= is ahead");
        } catch (NumberFormatException unreadable) {
            return Optional.of("t= or x= is no time");
        }
    }
}
