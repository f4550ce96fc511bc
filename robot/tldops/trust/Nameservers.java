package tldops.trust;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Cache;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.InvalidZoneDataException;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;
import org.xbill.DNS.lookup.RedirectLoopException;
import org.xbill.DNS.lookup.RedirectOverflowException;

/// Asks name servers (`dns.servers`), each question within its time, and remembers the answers for as long as they say,
/// an hour at most; that there is nothing, five minutes at most.
public final class Nameservers implements Dns {
    private static final int TRIES = 2;
    private static final int REMEMBERED = 20_000;
    private static final int LONGEST = 3600;
    private static final int LONGEST_NOTHING = 300;
    private static final int REDIRECTS = 8;

    private final LookupSession session;
    private final Duration patience;

    private Nameservers(Resolver resolver, Duration patience) {
        Cache cache = new Cache();
        cache.setMaxEntries(REMEMBERED);
        cache.setMaxCache(LONGEST);
        cache.setMaxNCache(LONGEST_NOTHING);
        session = LookupSession.builder().resolver(resolver).cache(cache).maxRedirects(REDIRECTS).build();
        this.patience = patience;
    }

    /// @param servers empty: those that the system asks
    /// @param timeout of one try
    public static Nameservers of(List<InetSocketAddress> servers, Duration timeout) {
        List<Resolver> each = (servers.isEmpty() ? ResolverConfig.getCurrentConfig().servers() : servers).stream().<Resolver>map(SimpleResolver::new).toList();
        each.forEach(server -> server.setTimeout(timeout));
        ExtendedResolver all = new ExtendedResolver(each);
        Duration patience = timeout.multipliedBy((long) TRIES * each.size());
        all.setRetries(TRIES);
        all.setTimeout(patience);
        return new Nameservers(all, patience.plus(timeout));
    }

    @Override
    public Answer ask(String name, Kind kind) {
        Name asked;
        try {
            asked = Name.fromString(name, Name.root);
        } catch (TextParseException unfit) {
            return new Answer.Nothing(true);
        }
        try {
            List<String> values = new ArrayList<>();
            List<Record> records = session.lookupAsync(asked, type(kind)).toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS).getRecords();
            for (Record record : records) if (record.getType() == type(kind)) values.add(value(record));
            return values.isEmpty() ? new Answer.Nothing(false) : new Answer.Found(List.copyOf(values));
        } catch (ExecutionException failed) {
            return answer(failed.getCause(), name);
        } catch (TimeoutException slow) {
            return new Answer.Silent("no answer about " + name);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answer.Silent("stopped while asking about " + name);
        }
    }

    private static Answer answer(@Nullable Throwable failed, String name) {
        if (failed instanceof NoSuchDomainException) return new Answer.Nothing(true);
        // what is wrong in the zone stays wrong: it is not asked for again
        boolean nothing = failed instanceof NoSuchRRSetException || failed instanceof InvalidZoneDataException || failed instanceof RedirectLoopException || failed instanceof RedirectOverflowException;
        return nothing ? new Answer.Nothing(false) : new Answer.Silent("no answer about " + name);
    }

    private static int type(Kind kind) {
        return switch (kind) {
            case TXT -> Type.TXT;
            case A -> Type.A;
            case AAAA -> Type.AAAA;
            case MX -> Type.MX;
            case PTR -> Type.PTR;
        };
    }

    private static String value(Record record) {
        return switch (record) {
            case TXTRecord text -> {
                StringBuilder joined = new StringBuilder();
                for (byte[] piece : text.getStringsAsByteArrays()) joined.append(new String(piece, StandardCharsets.UTF_8));
                yield joined.toString();
            }
            case ARecord a -> a.getAddress().getHostAddress();
            case AAAARecord aaaa -> aaaa.getAddress().getHostAddress();
            case MXRecord mx -> mx.getTarget().toString(true);
            case PTRRecord ptr -> ptr.getTarget().toString(true);
            default -> "";
        };
    }
}
