package tldops.trust;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// The questions that one mail may cost (RFC 6376 8.4, RFC 7208 4.6.4): so many and no more, and within so much time. The same
/// question costs once. Beyond the number there is nothing, beyond the time nobody answers. Used by one thread.
public final class Ration implements Dns {
    private final Dns dns;
    private final long end;
    private int left;
    private final Map<String, Answer> heard = new HashMap<>();

    /// @param lookUps `dns.look-ups`
    /// @param time `dns.per-mail`
    public Ration(Dns dns, int lookUps, Duration time) {
        this.dns = dns;
        left = lookUps;
        end = System.nanoTime() + time.toNanos();
    }

    @Override
    public Answer ask(String name, Kind kind) {
        String question = kind + " " + name;
        Answer known = heard.get(question);
        if (known != null) return known;
        if (left == 0) return new Answer.Nothing(false);
        if (System.nanoTime() - end > 0) return new Answer.Silent("the DNS is slow");
        left--;
        Answer answer = dns.ask(name, kind);
        heard.put(question, answer);
        return answer;
    }
}
