package studio.desktop.history;

import java.util.List;
import studio.desktop.fx.Texts;
import studio.model.job.JobSummary;

/** What can be done with many trainings at once, and why not where it cannot. */
enum BulkAction {
    COMPARE,
    TAG,
    PIN,
    EXPORT,
    CANCEL,
    DELETE;

    private static final int MOST_COMPARED = 5;

    /** Those of the chosen ones that it is for. */
    List<JobSummary> meant(List<JobSummary> chosen) {
        return switch (this) {
            case COMPARE, TAG, PIN, EXPORT -> chosen;
            case CANCEL -> chosen.stream().filter(j -> !j.status().isEnded()).toList();
            case DELETE -> chosen.stream().filter(j -> j.status().isEnded()).toList();
        };
    }

    /** The reason in a sentence; empty when it can run. */
    String blockedBecause(List<JobSummary> chosen) {
        if (chosen.size() < 2) {
            return Texts.get("history.bulk.blocked.few");
        }
        if (this == COMPARE && chosen.size() > MOST_COMPARED) {
            return Texts.get("history.bulk.blocked.compare");
        }
        if (meant(chosen).isEmpty()) {
            return Texts.get(this == CANCEL ? "history.bulk.blocked.cancel" : "history.bulk.blocked.delete");
        }
        return "";
    }
}
