package tldops;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// A name server on this machine that knows what it is told: `lists.example MX` → `10 mx.lists.example.`
final class Nameserver implements AutoCloseable {
    private final DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    private final InetSocketAddress address = (InetSocketAddress) socket.getLocalSocketAddress();
    private final Map<String, List<String>> records = new ConcurrentHashMap<>();

    Nameserver() throws IOException {
        Thread.startVirtualThread(this::serve);
    }

    Nameserver with(String question, String... answers) {
        records.put(question, List.of(answers));
        return this;
    }

    InetSocketAddress address() {
        return address;
    }

    private void serve() {
        byte[] buffer = new byte[4096];
        try {
            while (true) {
                DatagramPacket asked = new DatagramPacket(buffer, buffer.length);
                socket.receive(asked);
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
        List<String> found = records.getOrDefault(question.getName().toString(true) + " " + Type.string(question.getType()), List.of());
        for (String text : found) answer.addRecord(Record.fromString(question.getName(), question.getType(), DClass.IN, 60, text, Name.root), Section.ANSWER);
        if (found.isEmpty()) answer.getHeader().setRcode(Rcode.NXDOMAIN);
        return answer;
    }

    @Override
    public void close() {
        socket.close();
    }
}
