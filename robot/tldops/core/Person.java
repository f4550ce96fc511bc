package tldops.core;

import java.util.List;

/// A human with the data the repository keeps of him (R004, R037, P8).
///
/// @param addresses one or two; list mail goes to the first, urgent mail to both
public record Person(String name, List<Address> addresses, Phone phone) {
    public Address address() {
        return addresses.getFirst();
    }

    public boolean has(Address address) {
        return addresses.contains(address);
    }
}
