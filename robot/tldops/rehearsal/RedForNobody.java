package tldops.rehearsal;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tldops.core.Carried;
import tldops.core.Event;
import tldops.core.Letter;
import tldops.core.PostContent;
import tldops.core.Registry;
import tldops.core.Request;
import tldops.core.Tlp;

/// What its author has marked TLP:RED goes to nobody: not at once, not in a digest, not when somebody says yes to it later
/// (N35).
final class RedForNobody implements Invariant {
    private final Set<Long> red = new HashSet<>();

    @Override
    public String says() {
        return "nothing marked TLP:RED goes to the list";
    }

    @Override
    public Optional<Wrong> after(Step step, Registry registry) {
        if (step.event() instanceof Event.Arrived(var mail, Request.Post post, _) && post.label().filter(label -> label == Tlp.RED).isPresent()) red.add(mail.inbox());
        return step.decision().letters().stream().filter(this::holds).findFirst().map(letter -> new Wrong("TLP:RED goes to the list: " + letter, Optional.empty(), letter.caseNumber()));
    }

    private boolean holds(Letter letter) {
        return switch (letter.content()) {
            case Carried post -> post.tlp() == Tlp.RED || red.contains(post.inbox());
            case PostContent.DailyDigest digest -> digest.items().stream().anyMatch(item -> item.tlp().contains(Tlp.RED.label()) || red.contains(item.inbox()));
            default -> false;
        };
    }
}
