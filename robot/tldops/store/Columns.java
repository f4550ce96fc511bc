package tldops.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tldops.core.Address;

/// How values stand in a column: times to the microsecond, addresses one a line, the null reverse-path as nothing.
final class Columns {
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private Columns() {}

    static Instant time(Instant instant) {
        return instant.isAfter(LAST) ? LAST : instant.truncatedTo(ChronoUnit.MICROS);
    }

    static String lines(Collection<Address> addresses) {
        return addresses.stream().map(Address::toString).collect(Collectors.joining("\n"));
    }

    static List<Address> addresses(String lines) {
        return lines.lines().map(Columns::address).toList();
    }

    static Optional<Address> optional(String column) {
        return column.isEmpty() ? Optional.empty() : Optional.of(address(column));
    }

    private static Address address(String text) {
        int at = text.lastIndexOf('@');
        return new Address(text.substring(0, at), text.substring(at + 1));
    }
}
