package tldops;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Something made beside the work of the caller, who fetches it when he needs it: at the start two cores do more than one.
final class Beside<T> {
    private final FutureTask<T> task;

    private Beside(Callable<T> work) {
        task = new FutureTask<>(work);
    }

    static <T> Beside<T> begun(Callable<T> work) {
        Beside<T> beside = new Beside<>(work);
        Thread.ofVirtual().start(beside.task);
        return beside;
    }

    /// What became of it, with the fault that the work itself threw.
    T fetched() throws IOException {
        try {
            return task.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException fault -> throw fault;
                case RuntimeException fault -> throw fault;
                case Error fault -> throw fault;
                case null, default -> throw new IllegalStateException(failed);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted at the start", stop);
        }
    }
}
