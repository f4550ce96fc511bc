package tldops;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Work that may ask the network, on a virtual thread of its own, for so long and no longer.
final class Limited {
    private Limited() {}

    /// @throws TimeoutException when it takes longer; the thread is interrupted then
    /// @throws ExecutionException when it fails
    static <T> T within(Duration limit, Callable<T> work) throws TimeoutException, ExecutionException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.startVirtualThread(task);
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            task.cancel(true);
        }
    }
}
