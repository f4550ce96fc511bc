package tldops.letters;

import static tldops.letters.Samples.*;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tldops.core.Address;
import tldops.core.AnchorContent;
import tldops.core.Content;

/// Letters about another admin contact at IANA (MAIL_RULES 34).
final class AnchorSamples {
    private static final Address OLD = Address.of("hostmaster@registry.example");
    private static final Address NEW = Address.of("new-admin@registry.example");

    private AnchorSamples() {}

    static Map<String, Content> all() {
        Map<String, Content> all = new TreeMap<>();
        AnchorContent.Entrusted nl = new AnchorContent.Entrusted(NL, List.of(member(1, JAN), member(2, MARIE)), LAST);
        AnchorContent.Entrusted china = new AnchorContent.Entrusted(CHINA, List.of(member(1, PIET)), LAST);
        all.put("contact-moved", new AnchorContent.ContactMoved(List.of(NL), NEW));
        all.put("contact-moved.several", new AnchorContent.ContactMoved(List.of(NL, CHINA), NEW));
        all.put("reconfirm", new AnchorContent.Reconfirm(List.of(nl), Optional.of(LAST)));
        all.put("reconfirm.several", new AnchorContent.Reconfirm(List.of(nl, china), Optional.empty()));
        all.put("reconfirmed", new AnchorContent.Reconfirmed(List.of(NL, CHINA), List.of()));
        all.put("reconfirmed.denied", new AnchorContent.Reconfirmed(List.of(), List.of(NL)));
        all.put("cooling-down", new AnchorContent.CoolingDown(List.of(NL), Optional.of(LAST)));
        all.put("cooling-down.always", new AnchorContent.CoolingDown(List.of(NL, CHINA), Optional.empty()));
        for (AnchorContent.ContactsNews.News news : AnchorContent.ContactsNews.News.values()) {
            boolean changed = news == AnchorContent.ContactsNews.News.CHANGED;
            all.put("contacts-news." + news.name().toLowerCase(Locale.ROOT), new AnchorContent.ContactsNews(List.of(NL, CHINA), news, changed ? Optional.of(OLD) : Optional.empty(), Optional.of(NEW), 10));
        }
        return all;
    }
}
