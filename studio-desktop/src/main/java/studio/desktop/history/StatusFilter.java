package studio.desktop.history;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.Texts;
import studio.model.job.JobStatus;

/** What the status filter of the history offers. */
enum StatusFilter {
    ALL(""),
    ACTIVE(JobStatus.PENDING + "," + JobStatus.RUNNING + "," + JobStatus.CANCELLING),
    COMPLETED(JobStatus.COMPLETED.name()),
    FAILED(JobStatus.FAILED.name()),
    CANCELLED(JobStatus.CANCELLED.name());

    private final String wireNames;

    StatusFilter(String wireNames) {
        this.wireNames = wireNames;
    }

    String wireNames() {
        return wireNames;
    }

    static StatusFilter of(@Nullable String wireNames) {
        return Arrays.stream(values())
                .filter(f -> f.wireNames.equals(wireNames))
                .findFirst()
                .orElse(ALL);
    }

    @Override
    public String toString() {
        return Texts.get("history.filter." + name().toLowerCase(Locale.ROOT));
    }
}
