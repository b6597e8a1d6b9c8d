package studio.server.strategy.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import studio.model.strategy.ParameterInfo;
import studio.model.strategy.StrategyInfo;
import studio.model.strategy.StrategyKind;
import studio.model.strategy.StrategyOrigin;
import studio.model.strategy.StrategyVersion;
import studio.server.shared.json.JsonText;

/** Reads rows of written strategies. */
final class StrategyRow {
    static final String VERSION = """
            v.name, v.version, v.title, v.description, v.text, v.hash, v.author, v.note, v.min_candles, v.parameters,
            v.saved_at
            """;
    static final String INFO = VERSION + ", s.archived, s.copied_from, s.copied_version ";

    private StrategyRow() {}

    static StrategyVersion version(ResultSet row) throws SQLException {
        return new StrategyVersion(
                row.getString("name"),
                row.getInt("version"),
                row.getString("title"),
                row.getString("description"),
                row.getString("text"),
                row.getString("hash"),
                row.getString("author"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                row.getString("note"),
                row.getInt("min_candles"),
                JsonText.readList(row.getString("parameters"), ParameterInfo.class));
    }

    static StrategyInfo info(ResultSet row) throws SQLException {
        return new StrategyInfo(
                row.getString("name"),
                row.getString("title"),
                row.getString("description"),
                row.getInt("min_candles"),
                JsonText.readList(row.getString("parameters"), ParameterInfo.class),
                StrategyKind.WRITTEN,
                row.getInt("version"),
                row.getString("text"),
                row.getBoolean("archived"),
                origin(row));
    }

    private static @Nullable StrategyOrigin origin(ResultSet row) throws SQLException {
        String from = row.getString("copied_from");
        return from == null ? null : new StrategyOrigin(from, row.getInt("copied_version"));
    }
}
