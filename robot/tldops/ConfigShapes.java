package tldops;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.quartz.CronExpression;
import tldops.core.Address;

/// Values of the configuration that have a shape of their own; empty when a text does not have it.
final class ConfigShapes {
    private ConfigShapes() {}

    static Optional<String> local(String text) {
        return Address.parse(text + "@list.example").map(Address::local);
    }

    static Optional<String> host(String text) {
        return Address.parse("postmaster@" + text).map(Address::domain);
    }

    static Optional<ZoneId> zoneId(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /// The address of a server that proves who it is; what is asked stands below it.
    static Optional<URI> https(String text) {
        try {
            URI uri = new URI(text.endsWith("/") ? text : text + "/");
            // the evidence names it, and has so much room
            boolean plain = uri.toString().length() <= 60 && uri.getHost() != null && uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
            return Optional.of(uri).filter(_ -> plain && "https".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }

    static Optional<DayOfWeek> day(String text) {
        return List.of(DayOfWeek.values()).stream()
                .filter(day -> day.name().equalsIgnoreCase(text))
                .findFirst();
    }

    static Optional<String> network(String text) {
        try {
            String[] parts = text.split("/", 2);
            int bits = InetAddress.ofLiteral(parts[0]).getAddress().length * 8;
            int prefix = parts.length == 2 ? Integer.parseInt(parts[1]) : bits;
            return Optional.of(text).filter(_ -> prefix >= 0 && prefix <= bits);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    static Optional<InetSocketAddress> server(String text) {
        try {
            boolean port = text.matches("\\[.*\\]:\\d+|[^:]+:\\d+");
            int colon = text.lastIndexOf(':');
            String address = (port ? text.substring(0, colon) : text).replaceAll("^\\[|\\]$", "");
            return Optional.of(new InetSocketAddress(InetAddress.ofLiteral(address), port ? Integer.parseInt(text.substring(colon + 1)) : 53));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    static Optional<String> cron(String text) {
        return Optional.of(text).filter(CronExpression::isValidExpression);
    }
}
