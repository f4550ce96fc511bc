package tldops.intake;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;

/// Waiting for news in a folder (IDLE, RFC 2177). A watchdog says DONE when the time is over; a server that then does not
/// answer is gone, which the socket's time limit finds out.
final class ImapIdle {
    private final IMAPProtocol imap;
    private final ImapSocket socket;
    private final ScheduledExecutorService watch;
    private boolean waiting;
    private boolean over;

    ImapIdle(IMAPProtocol imap, ImapSocket socket, ScheduledExecutorService watch) {
        this.imap = imap;
        this.socket = socket;
        this.watch = watch;
    }

    /// Returns when the server had news, the time is over or somebody ended it.
    ///
    /// @param patience how long the server may take to answer
    void run(Duration most, Duration patience) throws IOException, ProtocolException {
        imap.idleStart();
        socket.patience(most.plus(patience));
        Future<?> end = watch.schedule(() -> Thread.startVirtualThread(this::done), most.toMillis(), TimeUnit.MILLISECONDS);
        try {
            if (begun()) done();
            for (boolean on = true; on; ) {
                Response news = imap.readIdleResponse();
                if (news == null) break;
                on = imap.processIdleResponse(news);
                // `* OK Still here` is no news
                if (on && !news.isOK()) done();
            }
        } finally {
            end.cancel(false);
            ended();
        }
        socket.patience(patience);
    }

    private synchronized boolean begun() {
        waiting = true;
        return over;
    }

    private synchronized void ended() {
        waiting = false;
    }

    /// At most once for each IDLE: a second DONE would be a command that no server knows.
    private synchronized void done() {
        if (!waiting) return;
        waiting = false;
        imap.idleAbort();
    }

    /// Ends this wait and every later one.
    synchronized void end() {
        over = true;
        done();
    }
}
