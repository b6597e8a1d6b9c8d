package studio.model.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.model.json.StudioJson;

class TrustReportTest {
    @Test
    void a_report_that_was_stored_before_there_were_details_reads_with_none() throws Exception {
        String stored = """
                {"verdict": "FRAGILE", "reasons": ["Plateau holds: 0.84, wanted at least 0.50. A plateau."],
                 "trials_ever": 12,
                 "figures": [
                   {"key": "plateau", "name": "Plateau", "value": 0.84, "unit": "share", "source": "definition",
                    "meaning": "A plateau.", "rule": "at least 0.50", "passed": true, "absence": null},
                   {"key": "unseen_profit", "name": "Profit on unseen data", "value": null, "unit": "%",
                    "source": "Pardo 2008", "meaning": "A profit.", "rule": "above 0", "passed": null,
                    "absence": "validation was switched off"}],
                 "importance": [], "importance_absence": "all trials scored the same"}
                """;

        TrustReport report = StudioJson.strict().readValue(stored, TrustReport.class);

        assertThat(report.reasons()).hasSize(1);
        assertThat(report.reasonDetails()).isEmpty();
        assertThat(report.figures()).extracting(TrustFigure::ruleDetail).containsOnlyNulls();
        assertThat(report.figures()).extracting(TrustFigure::absenceDetail).containsOnlyNulls();
        assertThat(report.importanceAbsenceDetail()).isNull();
    }

    @Test
    void details_keep_their_names_and_survive_the_wire_and_so_do_codes_of_a_newer_server() throws Exception {
        TrustReport report = new TrustReport(
                TrustVerdict.TOO_LITTLE_DATA,
                List.of("There are 29 trades."),
                List.of(TrustReason.few("too_few_dreams", 29, 30)),
                12,
                List.of(new TrustFigure(
                        "unseen_profit",
                        "Profit",
                        null,
                        "%",
                        "Pardo 2008",
                        "A profit.",
                        "above 0",
                        new TrustRule(TrustRule.ABOVE, 0),
                        null,
                        "validation was switched off",
                        TrustAbsence.of(TrustAbsence.VALIDATION_OFF))),
                List.of(),
                "it takes 30 feasible trials, there are 12",
                TrustAbsence.of(TrustAbsence.TOO_FEW_TRIALS, 30, 12));

        String json = StudioJson.strict().writeValueAsString(report);

        assertThat(StudioJson.strict().readValue(json, TrustReport.class)).isEqualTo(report);
        assertThat(json)
                .contains("\"reason_details\":[{\"code\":\"too_few_dreams\",\"figure\":null,\"numbers\":[29.0,30.0]}]")
                .contains("\"rule_detail\":{\"comparison\":\"above\",\"threshold\":0.0}")
                .contains("\"absence_detail\":{\"code\":\"validation_off\",\"numbers\":[]}")
                .contains("\"importance_absence_detail\":{\"code\":\"too_few_trials\",\"numbers\":[30.0,12.0]}");
    }
}
