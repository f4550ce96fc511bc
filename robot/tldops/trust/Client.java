package tldops.trust;

import java.util.Optional;
import tldops.core.Address;

/// Who brought a mail to our border, as far as SPF asks for it (RFC 7208 2.3, 2.4).
///
/// @param address an IP address, from the connection and from nothing that the mail says
/// @param helo the name it gave itself
/// @param mailFrom empty for the null reverse-path
public record Client(String address, String helo, Optional<Address> mailFrom) {}
