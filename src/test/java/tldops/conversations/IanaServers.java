package tldops.conversations;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tldops.core.Tld;
import tldops.iana.RdapServer;
import tldops.iana.WhoisServer;

/// IANA as the daemon of a story meets it: RDAP over TLS and WHOIS, each with answers of its own.
final class IanaServers implements AutoCloseable {
    private final Map<Tld, IanaRecord> records = new ConcurrentHashMap<>();
    private final RdapServer rdap;
    private final WhoisServer whois;

    IanaServers(Path folder) throws IOException {
        rdap = new RdapServer(Files.createDirectories(folder.resolve("rdap")), this::answer);
        whois = new WhoisServer(name -> Tld.parse(name).flatMap(tld -> Optional.ofNullable(records.get(tld)).flatMap(record -> record.whois().whois(tld))));
    }

    void say(Tld tld, IanaRecord record) {
        records.put(tld, record);
    }

    private void answer(HttpExchange question, String name) throws IOException {
        Tld tld = Tld.of(name);
        IanaRecord record = records.get(tld).rdap();
        switch (record.state()) {
            case UNREACHABLE -> question.sendResponseHeaders(502, -1);
            case BUSY -> {
                question.getResponseHeaders().set("Retry-After", "120");
                question.sendResponseHeaders(429, -1);
            }
            case UNKNOWN -> RdapServer.says(question, 404, record.json(tld).orElseThrow());
            case THERE, SILENT, NOT_ASSIGNED -> RdapServer.says(question, 200, record.json(tld).orElseThrow());
        }
    }

    /// Lines of the configuration that lead to them.
    String config() {
        return "iana { source = rdap, host = \"127.0.0.1\", port = " + whois.port() + ", pace = 1 millisecond, rdap { url = \"" + rdap.base() + "\", authorities = \"" + rdap.authorities() + "\" } }";
    }

    @Override
    public void close() throws IOException {
        rdap.close();
        whois.close();
    }
}
