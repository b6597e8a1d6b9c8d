package studio.server.pipeline;

import studio.server.job.sql.EventRepository;
import studio.server.job.sql.JobRuns;
import studio.server.job.sql.ResultRepository;
import studio.server.job.sql.TrialRepository;
import studio.server.progress.sql.ProgressRepository;

/** Where a running job leaves what it does. */
public record TrainingStores(
        JobRuns jobs,
        TrialRepository trials,
        EventRepository events,
        ResultRepository results,
        ProgressRepository progress) {}
