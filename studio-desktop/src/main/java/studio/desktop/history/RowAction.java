package studio.desktop.history;

import org.jspecify.annotations.Nullable;
import studio.desktop.fx.Texts;
import studio.model.job.JobStatus;
import studio.model.job.JobSummary;

/** What can be done with a row, and why not where it cannot. */
enum RowAction {
    OPEN,
    RERUN,
    EDIT,
    CANCEL,
    RENAME,
    PIN,
    EXPORT,
    DELETE,
    COPY_ID;

    /** The reason in a sentence; empty when the action can run. */
    String blockedBecause(@Nullable JobSummary job) {
        if (job == null) {
            return Texts.get("history.blocked.nothing_selected");
        }
        boolean ended = job.status().isEnded();
        if (this == CANCEL && ended) {
            return Texts.get("history.blocked.ended");
        }
        if (this == CANCEL && job.status() == JobStatus.CANCELLING) {
            return Texts.get("history.blocked.cancelling");
        }
        if (this == DELETE && !ended) {
            return Texts.get("history.blocked.running");
        }
        return "";
    }
}
