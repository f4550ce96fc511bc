package tldops.intake;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tldops.core.Address;
import tldops.core.Rules.MailingList;

/// The envelope as the headers of a delivered mail show it, for doors to which nobody tells the real one (pipe, IMAP).
final class Shown {
    static final int MOST_ADDRESSES = 100;

    private Shown() {}

    /// The robot's addresses: those the mail server delivered to, else those the mail was written to.
    ///
    /// @param told recipients that are known from elsewhere; they come first
    static List<Address> recipients(MailingList list, Stream<String> told, byte[] raw) {
        return Stream.of(told, shown(raw, "X-Original-To", "Delivered-To", "Envelope-To"), shown(raw, "To", "Cc"))
                .map(candidates -> candidates.flatMap(text -> Ours.recipient(list, text).stream()).distinct().limit(MOST_ADDRESSES).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /// Return-Path, else the address in From; empty for the null reverse-path.
    ///
    /// @param told the sender as it is known from elsewhere; it comes first
    static Optional<Address> sender(Stream<String> told, byte[] raw) {
        return Stream.of(told, Head.values(raw, "Return-Path", 1).stream(), shown(raw, "From"))
                .flatMap(candidates -> candidates.limit(1))
                .findFirst()
                .flatMap(Ours::path);
    }

    /// The addresses in the fields of these names.
    static Stream<String> shown(byte[] raw, String... names) {
        return Arrays.stream(names).flatMap(name -> Head.values(raw, name, MOST_ADDRESSES).stream()).flatMap(Shown::addresses).limit(MOST_ADDRESSES);
    }

    private static Stream<String> addresses(String field) {
        try {
            // longer fields are nobody's honest list of addresses (MAIL_RULES 29)
            return field.length() > 1 << 16 ? Stream.empty() : Arrays.stream(InternetAddress.parseHeader(field, false)).map(InternetAddress::getAddress).filter(Objects::nonNull);
        } catch (AddressException unreadable) {
            return Stream.empty();
        }
    }
}
