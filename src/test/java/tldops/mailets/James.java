package tldops.mailets;

import jakarta.mail.MessagingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.apache.commons.configuration2.HierarchicalConfiguration;
import org.apache.commons.configuration2.XMLConfiguration;
import org.apache.commons.configuration2.io.FileHandler;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.james.dnsservice.api.DNSService;
import org.apache.james.domainlist.api.DomainList;
import org.apache.james.lifecycle.api.LifecycleUtil;
import org.apache.james.mailetcontainer.api.LocalResources;
import org.apache.james.mailetcontainer.api.MailetLoader;
import org.apache.james.mailetcontainer.api.MatcherLoader;
import org.apache.james.mailetcontainer.impl.CompositeProcessorImpl;
import org.apache.james.mailetcontainer.impl.JamesMailSpooler;
import org.apache.james.mailetcontainer.impl.JamesMailetContext;
import org.apache.james.mailrepository.api.MailRepository;
import org.apache.james.mailrepository.api.MailRepositoryStore;
import org.apache.james.mailrepository.api.MailRepositoryUrl;
import org.apache.james.metrics.api.GaugeRegistry;
import org.apache.james.metrics.api.Metric;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.metrics.api.TimeMetric;
import org.apache.mailet.Mail;
import org.apache.mailet.Mailet;
import org.apache.mailet.MailetConfig;
import org.apache.mailet.MailetContext;
import org.apache.mailet.Matcher;
import org.apache.mailet.MatcherConfig;
import org.apache.mailet.base.GenericMailet;
import org.reactivestreams.Publisher;

/// James 3.9's own spooler, mailet context and mailet container, set up by the file that operators are given, with our mailets in
/// it. Of the mailets that it names, those that are not in James's libraries stand here as what they leave behind: SPF and
/// DKIMVerify find what the test has put on the mail, ToRepository keeps, and whoever would send a mail is noted down.
final class James implements AutoCloseable {
    static final Path FILE = Path.of("config/james-mailetcontainer.xml");

    final Map<String, List<Mail>> repositories = new ConcurrentHashMap<>();
    final List<String> sent = new CopyOnWriteArrayList<>();
    final Spool spool;
    private final JamesMailSpooler spooler;
    private final CompositeProcessorImpl processors;
    private final JamesMailetContext context;

    /// @param changed what is other in the file here: ports, paths, times
    James(Function<String, String> changed, boolean waits) throws Exception {
        XMLConfiguration file = new XMLConfiguration();
        new FileHandler(file).load(new ByteArrayInputStream(changed.apply(Files.readString(FILE)).getBytes(StandardCharsets.UTF_8)));
        spool = new Spool(waits);
        context = new JamesMailetContext(stand(DNSService.class), stand(DomainList.class), stand(LocalResources.class), spool);
        context.configure(file.configurationAt("context"));
        var constructor = CompositeProcessorImpl.class.getDeclaredConstructor(MetricFactory.class, MailetContext.class, MatcherLoader.class, MailetLoader.class);
        constructor.setAccessible(true);
        processors = constructor.newInstance(new Uncounted(), context, (MatcherLoader) James::matcher, (MailetLoader) this::mailet);
        HierarchicalConfiguration<ImmutableNode> all = file.configurationAt("processors");
        all.addProperty("[@enableJmx]", false);
        processors.configure(all);
        processors.init();
        spooler = new JamesMailSpooler(new Uncounted(), stand(GaugeRegistry.class), processors, stores(), spool);
        spooler.configure(file.configurationAt("spooler"));
        spooler.init();
    }

    /// A mail has come in over SMTP.
    void takes(Mail mail) throws MessagingException {
        spool.enQueue(mail);
        LifecycleUtil.dispose(mail);
    }

    List<Mail> repository(String name) {
        return repositories.getOrDefault("file://var/mail/" + name + "/", List.of());
    }

    private static Matcher matcher(MatcherConfig config) throws MessagingException {
        String name = config.getMatcherName();
        Matcher matcher = name.startsWith("tldops.") ? Own.make(name, Matcher.class) : make("org.apache.james.transport.matchers." + name, Matcher.class);
        matcher.init(config);
        return matcher;
    }

    private Mailet mailet(MailetConfig config) throws MessagingException {
        String name = config.getMailetName();
        Mailet mailet = switch (name) {
            case "SPF", "org.apache.james.jdkim.mailets.DKIMVerify" -> new Standing(_ -> Optional.empty());
            case "ToRepository" -> new Standing(mail -> Optional.of(kept(config.getInitParameter("repositoryPath"), mail)));
            case "RemoteDelivery", "NotifyPostmaster" -> new Standing(mail -> {
                sent.add(name + " " + mail.getName());
                return name.equals("RemoteDelivery") ? Optional.of(Mail.GHOST) : Optional.empty();
            });
            default -> name.startsWith("tldops.") ? Own.make(name, Mailet.class) : make("org.apache.james.transport.mailets." + name, Mailet.class);
        };
        mailet.init(config);
        return mailet;
    }

    private String kept(String path, Mail mail) {
        try {
            repositories.computeIfAbsent(path, _ -> new CopyOnWriteArrayList<>()).add(Spool.copy(mail));
            return Mail.GHOST;
        } catch (MessagingException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static <T> T make(String name, Class<T> type) {
        try {
            return type.cast(Class.forName(name).getConstructor().newInstance());
        } catch (ReflectiveOperationException missing) {
            throw new IllegalArgumentException(name, missing);
        }
    }

    /// In the place of a mailet of James's that is in none of its libraries.
    private static final class Standing extends GenericMailet {
        private final Function<Mail, Optional<String>> what;

        /// @param what it does, and the state of the mail then
        Standing(Function<Mail, Optional<String>> what) {
            this.what = what;
        }

        @Override
        public void service(Mail mail) {
            what.apply(mail).ifPresent(mail::setState);
        }
    }

    private MailRepositoryStore stores() {
        return answering(MailRepositoryStore.class, "select", arguments -> {
            String path = ((MailRepositoryUrl) arguments[0]).asString();
            return answering(MailRepository.class, "store", stored -> {
                kept(path, (Mail) stored[0]);
                return null;
            });
        });
    }

    private static <T> T stand(Class<T> type) {
        return answering(type, "", _ -> null);
    }

    /// Answers one question and says nothing to all others.
    private static <T> T answering(Class<T> type, String method, Function<Object[], Object> answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, called, arguments) -> {
            if (called.getName().equals(method)) return answer.apply(arguments);
            if (called.getName().equals("toString")) return type.getSimpleName();
            if (called.getName().equals("equals")) return self == arguments[0];
            if (called.getName().equals("hashCode")) return System.identityHashCode(self);
            return called.getReturnType() == boolean.class ? (Object) false : null;
        }));
    }

    /// No figures are kept.
    private static final class Uncounted implements MetricFactory {
        @Override
        public Metric generate(String name) {
            return stand(Metric.class);
        }

        @Override
        public TimeMetric timer(String name) {
            return stand(TimeMetric.class);
        }

        @Override
        public <T> Publisher<T> decoratePublisherWithTimerMetric(String name, Publisher<T> publisher) {
            return publisher;
        }

        @Override
        public <T> Publisher<T> decoratePublisherWithTimerMetricLogP99(String name, Publisher<T> publisher) {
            return publisher;
        }
    }

    @Override
    public void close() {
        spooler.dispose();
        processors.dispose();
        context.dispose();
    }
}
