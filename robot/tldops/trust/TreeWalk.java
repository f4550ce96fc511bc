package tldops.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Goes up the tree of names from a domain and gathers the DMARC records there (RFC 9989 4.10): by them, and by no list of
/// public suffixes, it is known which domain is whose.
///
/// @param start the domain in question
/// @param records what was found, the longest name first
/// @param silent why the walk broke off; empty when it came to its end
record TreeWalk(String start, List<DmarcRecord> records, Optional<String> silent) {
    private static final int LABELS = 8;

    static TreeWalk from(String domain, Dns dns) {
        List<DmarcRecord> records = new ArrayList<>();
        for (String target = domain; !target.isEmpty(); target = target.equals(domain) ? below(shortened(domain)) : below(target)) {
            Dns.Answer answer = dns.ask("_dmarc." + target, Dns.Kind.TXT);
            if (answer instanceof Dns.Answer.Silent(var why)) return new TreeWalk(domain, List.copyOf(records), Optional.of(why));
            Optional<DmarcRecord> found = DmarcRecord.only(target, Dns.values(answer));
            found.ifPresent(records::add);
            boolean first = target.equals(domain);
            if (found.filter(record -> record.psd() == DmarcRecord.Psd.NO || (record.psd() == DmarcRecord.Psd.YES && !first)).isPresent()) break;
        }
        return new TreeWalk(domain, List.copyOf(records), Optional.empty());
    }

    /// With eight labels, of which the first is taken off next, when there are more.
    private static String shortened(String domain) {
        String[] labels = domain.split("\\.");
        return labels.length <= LABELS ? domain : String.join(".", List.of(labels).subList(labels.length - LABELS, labels.length));
    }

    /// Without its first label; "" when there is no other.
    private static String below(String domain) {
        int dot = domain.indexOf('.');
        return dot < 0 ? "" : domain.substring(dot + 1);
    }

    /// The organizational domain (RFC 9989 4.10.2).
    String organisation() {
        for (DmarcRecord record : records) {
            if (record.psd() == DmarcRecord.Psd.NO) return record.domain();
            if (record.psd() == DmarcRecord.Psd.YES && !record.domain().equals(start)) return oneBelow(record.domain());
        }
        return records.isEmpty() ? start : records.getLast().domain();
    }

    /// The name one label below that one on the way from the start.
    private String oneBelow(String suffix) {
        String front = start.substring(0, start.length() - suffix.length() - 1);
        return front.substring(front.lastIndexOf('.') + 1) + "." + suffix;
    }

    /// The record that speaks for the start: its own, that of its organizational domain, that of the public suffix above (RFC 9989 4.10.1).
    Optional<DmarcRecord> policy() {
        String organisation = organisation();
        return at(start).or(() -> at(organisation)).or(() -> records.stream().filter(record -> record.psd() == DmarcRecord.Psd.YES).findFirst());
    }

    private Optional<DmarcRecord> at(String domain) {
        return records.stream().filter(record -> record.domain().equals(domain)).findFirst();
    }
}
