package studio.desktop.marketdata;

import java.util.Locale;
import studio.desktop.fx.Formats;
import studio.desktop.fx.Texts;
import studio.model.market.BackfillReport;
import studio.model.market.DataTask;
import studio.model.market.ImportReport;

/** The words of an import or a backfill. */
record TaskTexts(Formats formats) {
    String kind(DataTask task) {
        return Texts.get("marketdata.kind." + task.kind());
    }

    String series(DataTask task) {
        return task.exchange() + " · " + task.symbol() + " · "
                + task.timeframe().wireName();
    }

    String status(DataTask task) {
        return Texts.get("history.status." + task.status().name().toLowerCase(Locale.ROOT));
    }

    String progress(DataTask task) {
        return task.percentage() == null ? "–" : formats.percent(task.percentage(), 0);
    }

    /** What came out, what went wrong, or what it does now. */
    String outcome(DataTask task) {
        if (task.errorMessage() != null) {
            return task.errorMessage();
        }
        ImportReport report = task.importReport();
        if (report != null) {
            return imported(report);
        }
        BackfillReport fetched = task.backfillReport();
        return fetched != null && task.status().isEnded()
                ? Texts.get(
                        "marketdata.backfilled",
                        formats.count(fetched.inserted()),
                        formats.count(fetched.updated()),
                        formats.count(fetched.notOffered()))
                : task.message();
    }

    String imported(ImportReport report) {
        return Texts.get(
                "marketdata.imported",
                formats.count(report.inserted()),
                formats.count(report.updated()),
                formats.count(report.unchanged()),
                formats.count(report.duplicates()),
                formats.count(report.misordered()),
                formats.count(report.rejected()));
    }
}
