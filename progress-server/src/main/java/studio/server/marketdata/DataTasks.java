package studio.server.marketdata;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import studio.model.market.BackfillRequest;
import studio.model.market.DataTask;
import studio.model.market.DataTaskList;
import studio.model.market.RejectedLine;
import studio.server.marketdata.sql.DataTaskRepository;

/** Imports and backfills: starts, lists, cancels. Thread-safe. */
public final class DataTasks {
    /** An import that has said nothing for so long has died with its server. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private static final String ID_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int ID_LENGTH = 12;

    private final DataTaskRepository tasks;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /** Hears at once what this server did to tasks. */
    public interface Listener {
        void onAdded(String taskId);

        void onCancelRequested(String taskId);
    }

    /**
     * @param random draws ids; must be safe for use by many threads
     */
    public DataTasks(DataTaskRepository tasks, InstantSource clock, RandomGenerator random) {
        this.tasks = tasks;
        this.clock = clock;
        this.random = random;
    }

    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    /** Stores a backfill that has been checked, and puts it into the queue. */
    public String backfill(SeriesKey key, BackfillRequest request) {
        String taskId = newId();
        backfill(taskId, key, request);
        return taskId;
    }

    /** The same under an id drawn before by {@link #newId}; a second one of the same id cannot be stored. */
    public void backfill(String taskId, SeriesKey key, BackfillRequest request) {
        tasks.addBackfill(taskId, key, request, clock.instant());
        listeners.forEach(listener -> listener.onAdded(taskId));
    }

    /** The newest tasks. */
    public DataTaskList newest(int limit) {
        return new DataTaskList(tasks.newest(limit));
    }

    public Optional<DataTask> find(String taskId) {
        return tasks.find(taskId);
    }

    /** The rejected rows of an import, as many as were kept. */
    public List<RejectedLine> rejections(String taskId) {
        return tasks.rejections(taskId);
    }

    /** Asks a task to stop; false when it has ended already. */
    public boolean cancel(String taskId) {
        boolean asked = tasks.cancel(taskId, clock.instant());
        listeners.forEach(listener -> listener.onCancelRequested(taskId));
        return asked;
    }

    /** True while a task has not ended. */
    public boolean isAnyOpen() {
        return tasks.isAnyOpen();
    }

    /**
     * Ends imports whose server is gone.
     *
     * @param exclusive true when no other server can be alive on this database
     */
    public void failDeadImports(boolean exclusive) {
        Instant now = clock.instant();
        tasks.failImportsSilentSince(exclusive ? now : now.minus(SILENCE), now);
    }

    /** An id that no task has. */
    public String newId() {
        StringBuilder id = new StringBuilder(ID_LENGTH);
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(ID_LETTERS.charAt(random.nextInt(ID_LETTERS.length())));
        }
        return id.toString();
    }
}
