package tldops.iana;

/// Made-up answers in IANA's layout.
public final class Records {
    private Records() {}

    public static String of(String tld, String email) {
        return """
                %% IANA WHOIS server
                %% for more information on IANA, visit http://www.iana.org
                %% This query returned 1 object

                domain:       %s

                organisation: Registry of Example
                organisation: Second Line
                address:      1 Main Street
                address:      Exampleland

                contact:      administrative
                name:         Kim Sample
                organisation: Example Office
                address:      1 Main Street
                phone:        +1 555 0100#12
                e-mail:       %s

                contact:      technical
                name:         Jo Sample
                organisation: Example Office
                e-mail:       tech@registry.example

                nserver:      NS1.REGISTRY.EXAMPLE 192.0.2.53
                ds-rdata:     35456 8 2 c1fcc8

                whois:        whois.registry.example

                status:       ACTIVE
                remarks:      Registration information: https://registry.example

                created:      1990-07-30
                changed:      2025-04-03
                source:       IANA
                """.formatted(tld, email);
    }

    static String none(String tld) {
        return """
                %% IANA WHOIS server
                %% This query returned 0 objects.
                %%
                %% You queried for %s but this server does not have
                %% any data for it.
                """.formatted(tld);
    }
}
