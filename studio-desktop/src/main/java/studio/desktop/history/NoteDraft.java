package studio.desktop.history;

import studio.model.job.JobSummary;

/** What stands in the editor of a training's name, note and tags, as it is typed. */
record NoteDraft(String name, String note, String tags) {

    /** What the server has. */
    static NoteDraft of(JobSummary job) {
        return new NoteDraft(job.name(), job.note(), String.join(", ", job.tags()));
    }
}
