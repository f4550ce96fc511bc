package tldops.trust;

import java.util.List;
import java.util.function.Predicate;
import tldops.core.Address;
import tldops.core.Authentication;

/// A signed mail can be sent again to anybody (RFC 6376 8.6): what was not written to us does not speak for its author here,
/// whoever found it authentic (MAIL_RULES 15).
public final class Recipients {
    private Recipients() {}

    /// One level down unless the mail names one of our addresses.
    ///
    /// @param visible addresses of To and Cc
    /// @param ours whether an address is the robot's
    public static Authentication judged(Authentication sure, List<Address> visible, Predicate<Address> ours) {
        if (!sure.authenticated() || visible.stream().anyMatch(ours)) return sure;
        return Authentication.none("neither To nor Cc is our address (rule 15)").under(sure.policy(), sure.signers());
    }
}
