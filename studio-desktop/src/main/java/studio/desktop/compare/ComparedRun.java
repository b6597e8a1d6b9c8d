package studio.desktop.compare;

import org.jspecify.annotations.Nullable;
import studio.model.job.JobDetail;
import studio.model.result.JobResults;

/**
 * One training with what it found.
 *
 * @param results null where it has none
 * @param title what people call its strategy
 */
record ComparedRun(JobDetail job, @Nullable JobResults results, String title) {

    String name() {
        String given = job.summary().name();
        return given.isBlank()
                ? title + " · " + job.summary().symbol() + " · "
                        + job.summary().timeframe().wireName()
                : given;
    }
}
