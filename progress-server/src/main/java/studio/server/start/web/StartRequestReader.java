package studio.server.start.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.model.job.DataQualityRequest;
import studio.model.job.Objective;
import studio.model.job.OptimizerKind;
import studio.model.job.ParameterRange;
import studio.model.job.StartRequest;
import studio.model.job.ValidationMode;
import studio.model.job.ValidationRequest;
import studio.model.market.Timeframe;
import studio.server.shared.web.CostReader;
import studio.server.shared.web.FieldErrors;
import studio.server.shared.web.ObjectReader;

/** Reads a start request field by field, so that every field of a wrong type is told at once. */
public final class StartRequestReader {
    private StartRequestReader() {}

    /** As an import reads names, so that what it took can be started. */
    private static @Nullable String stripped(@Nullable String name) {
        return name == null ? null : name.strip();
    }

    /** The request as far as it could be read; fields of a wrong type are null, and named in the errors. */
    public static StartRequest read(JsonNode body, FieldErrors errors) {
        ObjectReader in = new ObjectReader(body, errors);
        StartRequest request = new StartRequest(
                in.text("strategy"),
                in.whole("strategy_version"),
                stripped(in.text("symbol")),
                stripped(in.text("exchange")),
                in.named("timeframe", Timeframe::find, Timeframe.wireNames()),
                in.named("optimizer", OptimizerKind::find, OptimizerKind.wireNames()),
                in.whole("lookback_days"),
                in.whole("lookback_candles"),
                in.whole("n_iterations"),
                in.named("objective", Objective::find, Objective.wireNames()),
                in.whole("min_trades"),
                in.wholeLong("seed"),
                space(in),
                in.yesOrNo("run_validation"),
                in.object("validation", StartRequestReader::windows),
                in.object("costs", CostReader::read),
                in.object("data_quality", StartRequestReader::quality),
                in.text("name"),
                in.text("note"),
                in.texts("tags"),
                in.text("created_by"));
        in.finish();
        return request;
    }

    private static @Nullable Map<String, ParameterRange> space(ObjectReader in) {
        return in.map("parameter_space", range -> {
            List<Object> values = range.values("values");
            return new ParameterRange(range.number("min"), range.number("max"), range.number("step"), values);
        });
    }

    private static ValidationRequest windows(ObjectReader in) {
        return new ValidationRequest(
                in.named("mode", ValidationMode::find, ValidationMode.wireNames()),
                in.number("train_window_days"),
                in.number("test_window_days"),
                in.number("gap_days"),
                in.number("step_days"));
    }

    private static DataQualityRequest quality(ObjectReader in) {
        return new DataQualityRequest(
                in.yesOrNo("drop_zero_volume"), in.yesOrNo("drop_flat"), in.whole("max_gap_candles"));
    }
}
