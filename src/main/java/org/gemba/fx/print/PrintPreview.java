package org.gemba.fx.print;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.gemba.fx.Desk;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.fx.task.Jobs;
import org.gemba.fx.task.Progress;
import org.gemba.platform.print.PrintedDocument;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// A window with the pages of a filled report, exactly as the PDF will have them, and the way to keep it.
public final class PrintPreview {
    private static final float ZOOM = 1.25f;

    /// A report ready to be shown: its pages are drawn off the FX thread.
    public record Pages(String name, PrintedDocument document, List<Image> images) {
        public static Pages draw(String name, PrintedDocument document, Progress progress) {
            var images = new ArrayList<Image>();
            for (int i = 0; i < document.pages(); i++) {
                progress.checkCancelled();
                images.add(image(document.page(i, ZOOM)));
            }
            return new Pages(name, document, images);
        }
    }

    private final Desk desk;
    private final Pages pages;
    private final Jobs jobs;
    private final Stage stage = new Stage();

    public PrintPreview(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
        this.jobs = desk.background().jobs();
    }

    public void show() {
        var controls = new ActionControls(desk);
        var save =
                controls.mainButton(Action.of("print.save", "fx.print.save", MaterialDesignF.FILE_PDF_BOX, this::save));
        Button close = controls.button(Action.of("print.close", "fx.close", MaterialDesignC.CLOSE, stage::close));
        var bar = new HBox(save, close);
        bar.getStyleClass().addAll("toolbar-row", "print-bar");
        var sheets = new VBox();
        sheets.getStyleClass().add("print-pages");
        pages.images().forEach(image -> sheets.getChildren().add(new ImageView(image)));
        var scroll = new ScrollPane(sheets);
        scroll.setFitToWidth(true);
        var pane = new BorderPane(scroll);
        pane.setTop(bar);
        var scene = new Scene(pane, 820, 860);
        scene.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) stage.close();
        });
        desk.theme().dress(scene);
        stage.setTitle(pages.name());
        stage.setScene(scene);
        stage.show();
    }

    private void save() {
        desk.files().toSave(stage, pages.name() + ".pdf").ifPresent(this::write);
    }

    private void write(Path file) {
        jobs.run(progress -> {
                    try (var out = Files.newOutputStream(file)) {
                        pages.document().writePdf(out);
                    }
                    return file;
                })
                .onSuccess(written -> desk.notices().success(desk.language().now("fx.print.saved", written.toString())))
                .onError(
                        IOException.class,
                        e -> desk.notices()
                                .failure(
                                        desk.language()
                                                .now(
                                                        "fx.grid.export.failed",
                                                        file.toString(),
                                                        String.valueOf(e.getMessage())),
                                        null))
                .start();
    }

    private static Image image(BufferedImage page) {
        int width = page.getWidth();
        int height = page.getHeight();
        var image = new WritableImage(width, height);
        var pixels = page.getRGB(0, 0, width, height, null, 0, width);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return image;
    }
}
