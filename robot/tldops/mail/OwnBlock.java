package tldops.mail;

import java.util.regex.Pattern;

/// The heading of the data block in our own Authentication Request (R077): what stands below it is what we wrote, and
/// never a form that somebody filled in.
final class OwnBlock {
    private static final Pattern HEADING = Pattern.compile("[>\\s]*=+\\s*(?:requestor information|informations? (?:sur|concernant|relatives? a) (?:le |la |l')?(?:demandeur|demandeuse|demande|requerant))\\s*=*");

    private OwnBlock() {}

    static boolean begins(String line) {
        return HEADING.matcher(Folded.of(line)).matches();
    }
}
