package studio.desktop.compare;

import org.jspecify.annotations.Nullable;
import studio.model.job.JobDetail;
import studio.model.result.JobResults;

/** One training with what it found; {@code results} is null where it has none. */
record ComparedRun(JobDetail job, @Nullable JobResults results) {

    String name() {
        String given = job.summary().name();
        return given.isBlank()
                ? job.summary().strategy() + " · " + job.summary().symbol() + " · "
                        + job.summary().timeframe().wireName()
                : given;
    }
}
