package tldops.mailets;

import jakarta.mail.MessagingException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.apache.mailet.Mail;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/// James's spool, in memory: what goes in is written out and read back, as the queues on a disk do it.
final class Spool implements MailQueue, MailQueueFactory<Spool> {
    private final DelayQueue<Item> queue = new DelayQueue<>();
    private final Set<Item> open = ConcurrentHashMap.newKeySet();
    private final boolean waits;
    private volatile boolean closed;

    /// @param waits whether it heeds a delay, which RabbitMQ's does not
    Spool(boolean waits) {
        this.waits = waits;
    }

    private final class Item implements MailQueueItem, Delayed {
        private final Mail mail;
        private final long due;

        Item(Mail mail, Duration delay) {
            this.mail = mail;
            due = System.nanoTime() + delay.toNanos();
        }

        @Override
        public Mail getMail() {
            return mail;
        }

        @Override
        public void done(CompletionStatus status) {
            open.remove(this);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }

    /// All mail that James has to look after here, waiting or in work.
    List<Mail> mails() {
        return open.stream().map(Item::getMail).toList();
    }

    static MailImpl copy(Mail mail) throws MessagingException, IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        mail.getMessage().writeTo(written);
        MailImpl copy = MailImpl.builder().name(mail.getName()).sender(mail.getMaybeSender()).addRecipients(mail.getRecipients()).state(mail.getState())
                .remoteAddr(mail.getRemoteAddr()).remoteHost(mail.getRemoteHost()).addAttributes(mail.attributes().toList()).build();
        copy.setErrorMessage(mail.getErrorMessage());
        copy.setMessageContent(MimeMessageInputStreamSource.create(mail.getName(), new ByteArrayInputStream(written.toByteArray())));
        return copy;
    }

    @Override
    public void enQueue(Mail mail, Duration delay) throws MailQueueException {
        try {
            Item item = new Item(copy(mail), waits ? delay : Duration.ZERO);
            open.add(item);
            queue.add(item);
        } catch (MessagingException | IOException failed) {
            throw new MailQueueException("not queued", failed);
        }
    }

    @Override
    public void enQueue(Mail mail) throws MailQueueException {
        enQueue(mail, Duration.ZERO);
    }

    @Override
    public Publisher<Void> enqueueReactive(Mail mail) {
        return Mono.fromCallable(() -> {
            enQueue(mail);
            return null;
        });
    }

    @Override
    public Publisher<MailQueueItem> deQueue() {
        return Mono.<MailQueueItem>fromSupplier(this::next).repeat(() -> !closed);
    }

    private MailQueueItem next() {
        try {
            return queue.poll(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            closed = true;
            return null;
        }
    }

    @Override
    public MailQueueName getName() {
        return SPOOL;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public Optional<Spool> getQueue(MailQueueName name, PrefetchCount count) {
        return Optional.of(this);
    }

    @Override
    public Spool createQueue(MailQueueName name, PrefetchCount count) {
        return this;
    }

    @Override
    public Set<MailQueueName> listCreatedMailQueues() {
        return Set.of(SPOOL);
    }
}
