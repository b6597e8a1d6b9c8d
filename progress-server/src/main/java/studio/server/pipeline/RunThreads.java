package studio.server.pipeline;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Threads that a run uses and does not own.
 *
 * @param workers evaluate its trials
 * @param writer stores its progress, trials and events
 */
record RunThreads(ExecutorService workers, ScheduledExecutorService writer) {}
