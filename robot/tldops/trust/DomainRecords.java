package tldops.trust;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/// Asks the DNS what it says of a domain: where its mail goes, who may write for it, with which key (RFC 5321 5.1, 7208,
/// 6376, 7489).
public final class DomainRecords {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Resolver resolver;

    private DomainRecords(Resolver resolver) {
        this.resolver = resolver;
        resolver.setTimeout(PATIENCE);
    }

    /// Asks whom the system asks.
    public static DomainRecords ofTheSystem() {
        return new DomainRecords(new ExtendedResolver());
    }

    /// Asks this server alone.
    public static DomainRecords of(InetSocketAddress server) {
        return new DomainRecords(new SimpleResolver(server));
    }

    /// The hosts that take a domain's mail, the preferred first, each as `10 mx.example`; `0 .` says that it takes none
    /// (RFC 7505).
    ///
    /// @throws IOException when the DNS does not answer
    public List<String> mx(String domain) throws IOException {
        return answers(domain, Type.MX).stream().map(MXRecord.class::cast).sorted((one, other) -> Integer.compare(one.getPriority(), other.getPriority()))
                .map(mx -> mx.getPriority() + " " + host(mx.getTarget())).toList();
    }

    /// The texts at a name, the pieces of each joined.
    ///
    /// @throws IOException when the DNS does not answer
    public List<String> texts(String name) throws IOException {
        return answers(name, Type.TXT).stream().map(TXTRecord.class::cast).map(text -> String.join("", text.getStrings())).toList();
    }

    /// Whether a host has an address.
    ///
    /// @throws IOException when the DNS does not answer
    public boolean exists(String host) throws IOException {
        return !answers(host, Type.A).isEmpty() || !answers(host, Type.AAAA).isEmpty();
    }

    /// What an address is called.
    ///
    /// @throws IOException when the DNS does not answer
    public Optional<String> pointer(InetAddress address) throws IOException {
        return answers(ReverseMap.fromAddress(address), Type.PTR).stream().map(PTRRecord.class::cast).map(ptr -> host(ptr.getTarget())).findFirst();
    }

    private static String host(Name name) {
        return name.equals(Name.root) ? "." : name.toString(true);
    }

    private List<Record> answers(String name, int type) throws IOException {
        try {
            return answers(Name.fromString(name + "."), type);
        } catch (TextParseException unfit) {
            throw new IOException(name + " is not a name of the DNS", unfit);
        }
    }

    private List<Record> answers(Name name, int type) throws IOException {
        Message answer = resolver.send(Message.newQuery(Record.newRecord(name, type, DClass.IN)));
        int code = answer.getRcode();
        if (code != Rcode.NOERROR && code != Rcode.NXDOMAIN) throw new IOException("the DNS says " + Rcode.string(code));
        return answer.getSection(Section.ANSWER).stream().filter(record -> record.getType() == type).toList();
    }
}
