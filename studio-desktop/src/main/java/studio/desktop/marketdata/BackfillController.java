package studio.desktop.marketdata;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import studio.desktop.fx.Fxml;

/** What is to be fetched from an exchange. */
@SuppressWarnings("NullAway.Init")
public final class BackfillController {
    private final BackfillViewModel model;
    private final Parent root;

    @FXML
    private ChoiceBox<String> backfillExchange;

    @FXML
    private TextField backfillSymbol;

    @FXML
    private ChoiceBox<String> backfillTimeframe;

    @FXML
    private DatePicker backfillFrom;

    @FXML
    private DatePicker backfillTo;

    @FXML
    private CheckBox backfillRefetch;

    @FXML
    private Label backfillNote;

    @FXML
    private Label backfillProblem;

    @FXML
    private Button backfillStart;

    @FXML
    private Button backfillClose;

    BackfillController(BackfillViewModel model) {
        this.model = model;
        this.root = Fxml.load(this);
    }

    Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        backfillExchange.setItems(model.exchanges());
        backfillExchange.valueProperty().bindBidirectional(model.exchange());
        backfillSymbol.textProperty().bindBidirectional(model.symbol());
        backfillTimeframe.setItems(model.timeframes());
        backfillTimeframe.valueProperty().bindBidirectional(model.timeframe());
        backfillFrom.valueProperty().bindBidirectional(model.from());
        backfillTo.valueProperty().bindBidirectional(model.to());
        backfillRefetch.selectedProperty().bindBidirectional(model.refetch());
        backfillNote.textProperty().bind(model.note());
        backfillNote.visibleProperty().bind(model.note().isNotEmpty());
        backfillNote.managedProperty().bind(backfillNote.visibleProperty());
        backfillProblem.textProperty().bind(model.problem());
        backfillProblem.visibleProperty().bind(model.problem().isNotEmpty());
        backfillProblem.managedProperty().bind(backfillProblem.visibleProperty());
        backfillStart.setOnAction(e -> model.start());
        backfillClose.setOnAction(e -> model.close());
    }
}
