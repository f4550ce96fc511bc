package tldops.intake;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.iap.ResponseHandler;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/// Waiting for news in a folder (IDLE, RFC 2177). A watchdog says DONE when the time is over; a server that then does not
/// answer is gone, which the socket's time limit finds out. A server may tell of a new mail with any answer, and then does
/// not tell again; so all answers are listened to (RFC 3501 7.3.1).
final class ImapIdle implements ResponseHandler {
    private final IMAPProtocol imap;
    private final ImapSocket socket;
    private final ScheduledExecutorService watch;
    private boolean waiting;
    private boolean over;
    private int known;
    private boolean news;

    ImapIdle(IMAPProtocol imap, ImapSocket socket, ScheduledExecutorService watch) {
        this.imap = imap;
        this.socket = socket;
        this.watch = watch;
        imap.addResponseHandler(this);
    }

    /// Another folder is open, with so many mails.
    void opened(int mails) {
        known = mails;
        news = false;
    }

    /// From here on the server is asked what is there: only what it tells afterwards is news.
    void asked() {
        news = false;
    }

    @Override
    public void handleResponse(Response response) {
        if (!(response instanceof IMAPResponse told)) return;
        if (told.keyEquals("EXPUNGE")) known--;
        if (!told.keyEquals("EXISTS")) return;
        // some servers repeat the number without need
        news |= told.getNumber() > known;
        known = told.getNumber();
    }

    /// Returns when the server has or had news, the time is over or somebody ended it.
    ///
    /// @param patience how long the server may take to answer
    void run(Duration most, Duration patience) throws IOException, ProtocolException {
        if (news) return;
        imap.idleStart();
        socket.patience(most.plus(patience));
        Future<?> end = watch.schedule(() -> Thread.startVirtualThread(this::done), most.toMillis(), TimeUnit.MILLISECONDS);
        try {
            // the server may have told before it said that it is idling
            if (begun() || news) done();
            for (boolean on = true; on; ) {
                Response told = imap.readIdleResponse();
                if (told == null) break;
                on = imap.processIdleResponse(told);
                if (on && news) done();
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
