package tldops.core;

/// What is known of a ccTLD from config/cctlds.tsv and config/countries.tsv.
///
/// @param iso3166 two letters, as in ISO 3166-1 (`UK` is `GB`)
/// @param region ICANN region: AF, AP, EU, LAC or NA
/// @param delegated false for the seven that IANA lists as not assigned
public record CcTld(Tld tld, String country, String iso3166, String region, boolean idn, boolean delegated, Calendar calendar) {}
