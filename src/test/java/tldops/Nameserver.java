package tldops;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// A name server on this machine that knows what it is told: `lists.example MX` → `10 mx.lists.example.`
public final class Nameserver implements AutoCloseable {
    private final DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    private final InetSocketAddress address = (InetSocketAddress) socket.getLocalSocketAddress();
    private final Map<String, List<String>> records = new ConcurrentHashMap<>();

    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final AtomicLong asked = new AtomicLong();
    private volatile boolean away;
    private volatile int lasting = 60;

    public Nameserver() throws IOException {
        Thread.startVirtualThread(this::serve);
    }

    public Nameserver with(String question, String... answers) {
        records.put(question, List.of(answers));
        return this;
    }

    /// A text, in as many pieces as it takes.
    public Nameserver text(String name, String... texts) {
        return with(name + " TXT", Arrays.stream(texts).map(text -> "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("(.{200})", "$1\" \"") + "\"").toArray(String[]::new));
    }

    /// That name it can not tell from now on.
    public Nameserver silent(String name) {
        silent.add(name);
        return this;
    }

    /// Whether it can tell nothing at all.
    public void away(boolean gone) {
        away = gone;
    }

    /// How long its answers are good for, in seconds.
    public Nameserver lasting(int seconds) {
        lasting = seconds;
        return this;
    }

    /// How many questions it was asked.
    public long asked() {
        return asked.get();
    }

    public InetSocketAddress address() {
        return address;
    }

    private void serve() {
        byte[] buffer = new byte[4096];
        try {
            while (true) {
                DatagramPacket asked = new DatagramPacket(buffer, buffer.length);
                socket.receive(asked);
                this.asked.incrementAndGet();
                byte[] answer = answer(new Message(Arrays.copyOf(asked.getData(), asked.getLength()))).toWire();
                socket.send(new DatagramPacket(answer, answer.length, asked.getSocketAddress()));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private Message answer(Message asked) throws IOException {
        Record question = asked.getQuestion();
        Message answer = new Message(asked.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(question, Section.QUESTION);
        String name = question.getName().toString(true);
        if (away || silent.contains(name)) {
            answer.getHeader().setRcode(Rcode.SERVFAIL);
            return answer;
        }
        List<String> found = records.getOrDefault(name + " " + Type.string(question.getType()), List.of());
        if (found.isEmpty()) for (String alias : records.getOrDefault(name + " CNAME", List.of())) answer.addRecord(Record.fromString(question.getName(), Type.CNAME, DClass.IN, lasting, alias, Name.root), Section.ANSWER);
        for (String text : found) answer.addRecord(Record.fromString(question.getName(), question.getType(), DClass.IN, lasting, text, Name.root), Section.ANSWER);
        if (records.keySet().stream().noneMatch(known -> known.startsWith(name + " "))) answer.getHeader().setRcode(Rcode.NXDOMAIN);
        return answer;
    }

    @Override
    public void close() {
        socket.close();
    }
}
