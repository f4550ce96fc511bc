package tldops.core;

import java.util.List;

/// What everybody may see (R030): the names of the ccTLDs that have a contact on the list, and how many; nothing about people.
///
/// @param ccTlds by name
public record Directory(List<Tld> ccTlds, int ascii, int idn) {
    public static Directory of(Registry registry) {
        List<Tld> all = registry.members().stream().map(Member::tld).distinct().sorted().toList();
        int idn = (int) all.stream().filter(tld -> tld.label().startsWith("xn--")).count();
        return new Directory(all, all.size() - idn, idn);
    }
}
