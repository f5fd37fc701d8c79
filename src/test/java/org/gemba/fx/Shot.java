package org.gemba.fx;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.image.Image;
import org.gemba.fx.print.Picture;

/// Writes an image as a PNG.
public final class Shot {
    private Shot() {}

    public static void save(Image image, Path file) throws IOException {
        new Picture(image).write(file);
    }
}
