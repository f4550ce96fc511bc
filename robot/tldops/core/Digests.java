package tldops.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One mail a day in the place of each post, for those who asked for it, on days with posts (R051).
final class Digests {
    private Digests() {}

    /// @param posts those that came while its readers had the digest
    private record Issue(Language language, List<Post> posts) {}

    static Decision due(Registry registry, Moment at) {
        List<Post> posts = registry.posts().stream().filter(post -> !post.digested()).sorted(Comparator.comparing(Post::at).thenComparingLong(Post::inbox)).toList();
        if (posts.isEmpty()) return Decision.EMPTY;
        Decision decision = Decision.EMPTY.and(posts.stream().map(post -> (Change) new Change.PostSaved(post.inDigest())).toArray(Change[]::new));
        Map<Issue, List<Address>> readers = new LinkedHashMap<>();
        for (boolean has : List.of(true, false)) {
            Subscribers.of(registry, has, at.now()).forEach((address, language) -> {
                List<Post> his = posts.stream().filter(post -> Switches.digest(registry, address, post, has)).toList();
                if (!his.isEmpty()) readers.computeIfAbsent(new Issue(language, his), _ -> new ArrayList<>()).add(address);
            });
        }
        if (readers.isEmpty()) return decision;
        for (Map.Entry<Issue, List<Address>> some : readers.entrySet()) {
            Issue issue = some.getKey();
            String id = at.name("digest " + issue.language() + issue.posts().stream().map(post -> " " + post.inbox()).collect(Collectors.joining()), 16);
            decision = decision.and(Posts.toAll(registry, id, digest(registry, issue.posts(), at.now()), issue.language(), List.copyOf(some.getValue()), at));
        }
        int all = readers.values().stream().mapToInt(List::size).sum();
        return decision.and(Journal.of("digest", "posts: " + posts.size() + ", addresses: " + all + " (R051)"));
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
