package tldops.intake;

import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tldops.core.Envelope;
import tldops.core.Marks;
import tldops.core.Rules.MailingList;

/// Looks for mail that another robot writes in the name of this list, before it is stored like any other: somebody has
/// started a second one.
///
/// @param robot our own id
public record Twin(MailingList list, String robot, Inlet inlet) implements Inlet {
    private static final Logger LOG = LoggerFactory.getLogger(Twin.class);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Override
    public void take(Envelope envelope, byte[] raw) throws NotNow {
        inlet.take(envelope, raw);
        other(raw).ifPresent(id -> LOG.warn("{}: another robot, id {}, writes as {}; stop one of the two", envelope.door(), id, list.request()));
    }

    @Override
    public void refused(String door, String reason) {
        inlet.refused(door, reason);
    }

    private Optional<String> other(byte[] raw) {
        return Head.values(raw, Marks.LOOP_HEADER, 1).stream()
                .filter(id -> ID.matcher(id).matches() && !id.equals(robot))
                .filter(_ -> Shown.shown(raw, "From").anyMatch(from -> Ours.recipient(list, from).isPresent()))
                .findFirst();
    }
}
