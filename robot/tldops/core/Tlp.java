package tldops.core;

/// How far a text may be passed on: the Traffic Light Protocol 2.0 (X23, N35).
public enum Tlp {
    RED("RED"),
    AMBER_STRICT("AMBER+STRICT"),
    AMBER("AMBER"),
    GREEN("GREEN"),
    CLEAR("CLEAR");

    private final String label;

    Tlp(String label) {
        this.label = label;
    }

    /// The label of that name, with or without `TLP:` before it.
    ///
    /// @throws IllegalArgumentException when there is none
    public static Tlp of(String label) {
        String bare = label.startsWith("TLP:") ? label.substring(4) : label;
        for (Tlp tlp : values()) if (tlp.label.equals(bare)) return tlp;
        throw new IllegalArgumentException("no label: " + label);
    }

    /// As it is written behind `TLP:`.
    public String label() {
        return label;
    }
}
