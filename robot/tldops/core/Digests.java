package tldops.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One mail a day in the place of each post, for those who asked for it, on days with posts (R051).
final class Digests {
    private Digests() {}

    /// Who gets the same posts in the same language.
    private record Copy(Language language, List<Post> posts) {}

    static Decision due(Registry registry, Moment at) {
        List<Post> posts = waiting(registry);
        if (posts.isEmpty()) return Decision.EMPTY;
        Decision decision = Decision.EMPTY.and(posts.stream().map(post -> (Change) new Change.PostSaved(post.inDigest())).toArray(Change[]::new));
        Map<Copy, List<Address>> readers = new LinkedHashMap<>();
        Subscribers.of(registry, true, at.now()).forEach((address, language) -> readers.computeIfAbsent(new Copy(language, owed(registry, posts, address)), _ -> new ArrayList<>()).add(address));
        int all = 0;
        for (Map.Entry<Copy, List<Address>> some : readers.entrySet()) {
            Copy copy = some.getKey();
            if (copy.posts.isEmpty()) continue;
            String id = at.name("digest " + copy.language + " " + copy.posts.size(), 16);
            decision = decision.and(Posts.toAll(registry, id, digest(registry, copy.posts, at.now()), copy.language, List.copyOf(some.getValue()), at));
            all += some.getValue().size();
        }
        return all == 0 ? decision : decision.and(Journal.of("digest", "posts: " + posts.size() + ", addresses: " + all + " (R051)"));
    }

    private static List<Post> waiting(Registry registry) {
        return registry.posts().stream().filter(post -> !post.digested()).sorted(Comparator.comparing(Post::at).thenComparingLong(Post::inbox)).toList();
    }

    /// Those that he has not got as mails of their own, before he asked for digests.
    private static List<Post> owed(Registry registry, List<Post> posts, Address address) {
        return registry.lastCounted(key(address)).map(since -> posts.stream().filter(post -> post.at().isAfter(since)).toList()).orElse(posts);
    }

    /// What is counted when somebody asks for digests.
    static String key(Address address) {
        return "digest:" + address.key();
    }

    /// He asks for each post at once again: what he has not got yet comes now, and only to him.
    static Decision rest(Registry registry, Address address, Moment at) {
        Optional<Language> language = Optional.ofNullable(Subscribers.of(registry, true, at.now()).get(address));
        List<Post> posts = owed(registry, waiting(registry), address);
        if (language.isEmpty() || posts.isEmpty()) return Decision.EMPTY;
        return Decision.EMPTY.and(Posts.toAll(registry, at.name("digest " + address.key(), 16), digest(registry, posts, at.now()), language.get(), List.of(address), at));
    }

    private static Content digest(Registry registry, List<Post> posts, Instant now) {
        Tlp strictest = posts.stream().map(Post::tlp).min(Comparator.naturalOrder()).orElseThrow();
        List<PostContent.Item> items = posts.stream().map(post -> new PostContent.Item(post.inbox(), Posts.named(post.subject()), name(registry, post.author(), now), "TLP:" + post.tlp().label(), post.at())).toList();
        return new PostContent.DailyDigest(Author.today(registry, now), "TLP:" + strictest.label(), items);
    }

    /// Who wrote it, with his ccTLD; the address alone of somebody who has left since.
    private static String name(Registry registry, Address address, Instant now) {
        return Author.of(registry, address, false, now).map(author -> author.name() + author.tld().map(tld -> " (" + tld.exact() + ")").orElse("")).orElse(address.toString());
    }
}
