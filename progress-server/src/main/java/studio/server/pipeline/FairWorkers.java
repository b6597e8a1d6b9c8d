package studio.server.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Shares the evaluating threads among the jobs of a server: each job has a line of its own, and a free thread takes from
 * the lines in turn. With one line for all, a job that hands in long pieces of work by the dozen would keep another one's
 * next trial waiting, and its bar standing, for many seconds. Thread-safe.
 */
final class FairWorkers {
    private final ExecutorService threads;
    /** Lines in which something waits, the next to be served first. Guarded by this, as are the lines' tasks. */
    private final Deque<Line> waiting = new ArrayDeque<>();

    /** @param threads run everything; stay the caller's */
    FairWorkers(ExecutorService threads) {
        this.threads = threads;
    }

    /** A line for one job. It needs no closing: it holds nothing but what waits in it. */
    ExecutorService line() {
        return new Line();
    }

    /** Each task handed in brings one call of this, which runs the next of whichever line has its turn. */
    private void serve() {
        Runnable task;
        synchronized (this) {
            Line line = waiting.poll();
            if (line == null) {
                return;
            }
            task = line.tasks.remove();
            if (!line.tasks.isEmpty()) {
                waiting.add(line);
            }
        }
        task.run();
    }

    private final class Line extends AbstractExecutorService {
        private final Queue<Runnable> tasks = new ArrayDeque<>();

        @Override
        public void execute(Runnable task) {
            synchronized (FairWorkers.this) {
                if (tasks.isEmpty()) {
                    waiting.add(this);
                }
                tasks.add(task);
            }
            try {
                threads.execute(FairWorkers.this::serve);
            } catch (RejectedExecutionException e) {
                forget(task);
                throw e;
            }
        }

        private void forget(Runnable task) {
            synchronized (FairWorkers.this) {
                if (tasks.remove(task) && tasks.isEmpty()) {
                    waiting.remove(this);
                }
            }
        }

        @Override
        public void shutdown() {
            throw new UnsupportedOperationException("the threads belong to the server");
        }

        @Override
        public List<Runnable> shutdownNow() {
            throw new UnsupportedOperationException("the threads belong to the server");
        }

        @Override
        public boolean isShutdown() {
            return threads.isShutdown();
        }

        @Override
        public boolean isTerminated() {
            return threads.isTerminated();
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
            return threads.awaitTermination(timeout, unit);
        }
    }
}
