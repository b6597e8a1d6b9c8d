package studio.desktop.progress;

import studio.desktop.fx.Formats;
import studio.desktop.fx.Texts;
import studio.model.job.EventLevel;
import studio.model.job.JobEvent;

/**
 * One line of the job's log as it is shown; a warning or error says so in words.
 *
 * @param utc when it was written, in UTC
 */
record LogLine(EventLevel level, String text, String utc) {

    static LogLine of(JobEvent event, Formats formats) {
        String time = formats.time(event.at());
        String told = switch (event.level()) {
            case INFO -> event.message();
            case WARNING -> Texts.get("progress.log.warning", event.message());
            case ERROR -> Texts.get("progress.log.error", event.message());
        };
        return new LogLine(event.level(), time + "  " + told, formats.utc(event.at()));
    }
}
