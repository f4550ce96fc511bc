package tldops.intake;

import java.net.InetAddress;

/// A range of client addresses in the configuration: `192.0.2.7`, `192.0.2.0/24`, `2001:db8::/32`.
public final class Network {
    private final String text;
    private final byte[] base;
    private final int bits;

    private Network(String text, byte[] base, int bits) {
        this.text = text;
        this.base = base;
        this.bits = bits;
    }

    /// Reads an address or a range.
    ///
    /// @throws IllegalArgumentException when it is neither an address nor a range; names are not looked up
    public static Network of(String text) {
        int slash = text.indexOf('/');
        byte[] base = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash)).getAddress();
        int bits = slash < 0 ? base.length * 8 : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > base.length * 8) throw new IllegalArgumentException("no such range: " + text);
        return new Network(text, base, bits);
    }

    public boolean holds(InetAddress client) {
        byte[] address = client.getAddress();
        if (address.length != base.length) return false;
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit & 7);
            if ((address[bit >> 3] & mask) != (base[bit >> 3] & mask)) return false;
        }
        return true;
    }

    @Override
    public String toString() {
        return text;
    }
}
