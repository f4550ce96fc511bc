package tldops.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Who did not get a post (L09): collected from bounces and from the relay's refusals, told to the author soon after the post
/// and once more the day after. Merely delayed is not failed (L05), and what was refused for what it is counts against nobody (L07).
final class Reach {
    private Reach() {}

    private static final Duration ONCE_MORE = Duration.ofHours(24);

    static Optional<Post> post(Registry registry, String letter) {
        return registry.posts().stream().filter(post -> !letter.isEmpty() && post.letter().equals(letter)).findFirst();
    }

    /// The post that a bounce address is of.
    static Optional<Post> post(Registry registry, Verp.Key key) {
        return registry.posts().stream().filter(post -> key.names(post.letter())).findFirst();
    }

    /// A copy came back: its bounce address names the subscriber, or the report does.
    static Decision bounced(Registry registry, Post post, Verp.Key key, Request.Bounced bounce, Moment at) {
        Set<Address> named = new LinkedHashSet<>();
        bounce.failed().forEach(failure -> failure.recipient().ifPresent(named::add));
        List<Address> missed = key.copy().isPresent() ? onList(registry).filter(address -> key.isFor(post.letter(), address)).distinct().toList() : named.stream().filter(address -> onList(registry, address)).toList();
        if (missed.isEmpty()) return Decision.nothing("a copy of a post came back from nobody on the list");
        return missed(registry, post, missed, address -> Scores.cause(bounce, address), "came back: " + bounce.summary(), at);
    }

    static Decision undelivered(Registry registry, String letter, List<Address> subscribers, String reason, Moment at) {
        Optional<Post> post = post(registry, letter);
        if (post.isPresent()) return missed(registry, post.get(), subscribers, _ -> Cause.of("", reason), reason, at);
        return Decision.of(Journal.of("not delivered", reason).people(names(subscribers)));
    }

    private static boolean onList(Registry registry, Address address) {
        return registry.guest(address).isPresent() || registry.membersWith(address).stream().anyMatch(member -> member.person().address().equals(address));
    }

    private static Stream<Address> onList(Registry registry) {
        return Stream.concat(registry.members().stream().map(member -> member.person().address()), registry.guests().stream().map(Guest::address));
    }

    private static Decision missed(Registry registry, Post post, List<Address> addresses, Function<Address, Cause> causes, String reason, Moment at) {
        Post less = post;
        Decision scored = Decision.EMPTY;
        boolean refused = addresses.stream().allMatch(address -> causes.apply(address) == Cause.POLICY);
        for (Address address : addresses) {
            // one report counts once (L08)
            Address fresh = address;
            Cause cause = causes.apply(address);
            if (post.unreached().stream().noneMatch(known -> known.address().equals(fresh))) scored = scored.and(Scores.failed(registry, address, cause, at));
            less = less.missing(address, cause == Cause.POLICY);
        }
        return Decision.of(Journal.of("not delivered", (refused ? "refused by policy (L07): " : "") + reason).people(names(addresses))).and(new Change.PostSaved(less)).and(scored);
    }

    private static List<String> names(List<Address> addresses) {
        return addresses.stream().map(Address::toString).toList();
    }

    /// Authors whose time has come to hear of it.
    static Decision due(Registry registry, Moment at) {
        Decision decision = Decision.EMPTY;
        for (Post post : registry.posts()) {
            if (post.toldOf() == post.unreached().size() || !isTime(registry, post, at.now())) continue;
            decision = decision.and(new Change.PostSaved(post.told(at.now())));
            Optional<Author> author = Author.of(registry, post.author(), false, at.now());
            if (author.isPresent()) decision = decision.and(told(registry, post, author.get(), at));
        }
        return decision;
    }

    /// The first time soon after the post, the second and last a day after it.
    private static boolean isTime(Registry registry, Post post, Instant now) {
        Instant last = post.at().plus(ONCE_MORE);
        if (post.told().isEmpty()) return !now.isBefore(post.at().plus(registry.rules().posting().reportAfter()));
        return !now.isBefore(last) && post.told().get().isBefore(last);
    }

    private static Decision told(Registry registry, Post post, Author author, Moment at) {
        List<Post.Unreached> news = post.unreached().subList(post.toldOf(), post.unreached().size());
        List<PostContent.Missed> missed = new ArrayList<>();
        if (author.reads()) for (Post.Unreached one : news) missed.add(missed(registry, one));
        Content content = new PostContent.NotReached(Posts.named(post.subject()), post.at(), List.copyOf(missed), news.size(), post.recipients(), post.toldOf() > 0);
        Language language = Subscribers.language(registry, author.address());
        Letter letter = new Letter(at.name("reach " + post.inbox(), 16), content, language, List.of(author.address()), List.of(), Optional.empty(), true, Optional.of(post.messageId()), 0,
                Letter.Envelope.VERP, false, false, at.now().plus(ONCE_MORE));
        return Decision.of(Posts.about(Journal.of("author told", news.size() + " of " + post.recipients() + " could not be reached (L09)"), author)).and(letter);
    }

    private static PostContent.Missed missed(Registry registry, Post.Unreached one) {
        Optional<Member> member = registry.membersWith(one.address()).stream().findFirst();
        String name = member.map(known -> known.person().name()).or(() -> registry.guest(one.address()).map(Guest::name)).orElse(one.address().toString());
        return new PostContent.Missed(name, member.map(Member::tld), one.policy());
    }
}
