package org.gemba.assistant.ui;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.gemba.fx.Desk;

/// A question, and below it what came of it: the query, folded; its result; the answer; what went wrong.
final class ExchangeNode extends VBox {
    private final Desk desk;
    private final Consumer<String> openOrder;
    private final TextFlow answer = new TextFlow();

    ExchangeNode(Desk desk, Exchange exchange, Consumer<String> openOrder) {
        this.desk = desk;
        this.openOrder = openOrder;
        getStyleClass().add("assistant-exchange");
        var question = new Label(exchange.question());
        question.setWrapText(true);
        question.getStyleClass().add("assistant-question");
        answer.getStyleClass().add("assistant-answer");
        var result = new StackPane();
        exchange.resultProperty().addListener((property, old, found) -> {
            if (found != null) result.getChildren().setAll(new ResultTable(desk, found).node());
        });
        exchange.answerProperty().addListener((property, old, text) -> show(text));
        getChildren().addAll(question, query(exchange), result, answer, problem(exchange));
    }

    private void show(String text) {
        answer.getChildren()
                .setAll(AnswerText.pieces(text).stream().map(this::node).toList());
    }

    private Node node(AnswerText.Piece piece) {
        if (!piece.isOrder()) {
            var words = new Text(piece.text());
            words.getStyleClass().add("text");
            return words;
        }
        var link = new Hyperlink(piece.text());
        link.setOnAction(event -> openOrder.accept(piece.text()));
        return link;
    }

    private Node query(Exchange exchange) {
        var sql = new TextArea();
        sql.setEditable(false);
        sql.setWrapText(true);
        sql.setPrefRowCount(5);
        sql.getStyleClass().add("assistant-sql");
        sql.textProperty().bind(exchange.queryProperty());
        var pane = new TitledPane();
        pane.textProperty().bind(desk.language().text("assistant.panel.query"));
        pane.setContent(sql);
        pane.setExpanded(false);
        pane.setAnimated(false);
        pane.getStyleClass().add("dense");
        showWhenNotEmpty(pane, exchange.queryProperty());
        return pane;
    }

    private static Node problem(Exchange exchange) {
        var problem = new Label();
        problem.setWrapText(true);
        problem.getStyleClass().addAll("field-problem", "assistant-problem");
        problem.textProperty().bind(exchange.problemProperty());
        showWhenNotEmpty(problem, exchange.problemProperty());
        return problem;
    }

    private static void showWhenNotEmpty(Node node, ObservableStringValue text) {
        node.visibleProperty().bind(Bindings.isNotEmpty(text));
        node.managedProperty().bind(node.visibleProperty());
    }
}
