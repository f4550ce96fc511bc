package tldops.core;

import java.time.Instant;

/// A key that the operator put on file for the admin contact of a ccTLD (R012). It is bound to both: where IANA names another
/// address, or for another ccTLD, it says nothing.
///
/// @param caseNumber the case by which he was told, and can have it taken away
public record KeyOnFile(Tld tld, Address address, SigningKey key, Instant since, long caseNumber) {}
