package studio.desktop.strategies;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.Formats;
import studio.desktop.fx.Texts;

/** A strategy in the list, under its group's name where the group begins. */
final class StrategyCell extends ListCell<StrategyItem> {
    private final List<StrategyItem> items;
    private final Formats formats;

    StrategyCell(List<StrategyItem> items, Formats formats) {
        this.items = items;
        this.formats = formats;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable StrategyItem item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        VBox box = new VBox(1);
        int place = getIndex();
        if (place == 0 || place < items.size() && items.get(place - 1).group() != item.group()) {
            Label group = new Label(
                    Texts.get("strategies.group." + item.group().name().toLowerCase(Locale.ROOT)));
            group.getStyleClass().add("strategy-group");
            box.getChildren().add(group);
        }
        Label title = new Label(item.title());
        title.setTextOverrun(OverrunStyle.ELLIPSIS);
        box.getChildren().add(title);
        String detail = detail(item);
        if (!detail.isEmpty()) {
            Label second = new Label(detail);
            second.getStyleClass().add(item.draft() ? "draft-mark" : "strategy-detail");
            box.getChildren().add(second);
        }
        setGraphic(box);
        setAccessibleText(detail.isEmpty() ? item.title() : item.title() + ", " + detail);
    }

    private String detail(StrategyItem item) {
        Integer version = item.info() == null ? null : item.info().version();
        if (version == null) {
            boolean text = item.info() == null || item.info().text() != null;
            return Texts.get(
                    item.draft()
                            ? "strategies.item.unsaved"
                            : text ? "strategies.item.readable" : "strategies.item.java");
        }
        return Texts.get(
                item.draft() ? "strategies.item.version_draft" : "strategies.item.version", formats.count(version));
    }
}
