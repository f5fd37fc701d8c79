package org.gemba.inventory;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.UUID;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.inventory.image.ImageDecoder;
import org.gemba.platform.error.AppError;

/// Pictures of parts. What comes in is decoded and written again under an id of ours; what goes out are our own bytes.
public final class ImageService {
    /// How much one person may keep here.
    static final long MOST_OF_ONE = 500L << 20;

    private final InventoryCore core;
    private final KeptFiles files;
    private final ImageDecoder decoder = new ImageDecoder();

    ImageService(InventoryCore core, KeptFiles files) {
        this.core = core;
        this.files = files;
    }

    /// The bytes of a picture and of what type they are.
    public record Content(String mediaType, byte[] bytes) {}

    /// @throws AppError.InvalidInput when it is no picture that can be read, or has more than 40 million pixels
    /// @throws AppError.TooLarge for more than 5 MB, or when the person has stored enough
    public StoredImage store(Caller caller, byte[] bytes) {
        caller.require(Permission.PARTS_UPDATE);
        var picture = decoder.decode(bytes);
        var image = new StoredImage(
                UUID.randomUUID(),
                picture.extension(),
                picture.bytes().length,
                picture.width(),
                picture.height(),
                caller.subject(),
                core.now());
        return files.keeping(
                name(image),
                picture.bytes(),
                () -> core.database().together(() -> {
                    if (core.files().imageBytesOf(caller.subject()) + image.size() > MOST_OF_ONE) {
                        throw new AppError.TooLarge("You have stored 500 MB of pictures; more are not taken");
                    }
                    core.files().insert(image);
                    core.trail().line(caller, "create", "image", image.id(), null, image);
                    return image;
                }));
    }

    /// Any signed-in caller who may see parts.
    public Optional<Content> load(Caller caller, UUID id) {
        caller.require(Permission.PARTS_READ);
        return core.files()
                .findImage(id)
                .flatMap(image -> files.find(name(image)).map(file -> {
                    try {
                        return new Content(
                                image.extension().equals("png") ? "image/png" : "image/jpeg", Files.readAllBytes(file));
                    } catch (IOException e) {
                        throw new AppError.Unavailable("The picture cannot be read now", e);
                    }
                }));
    }

    private static String name(StoredImage image) {
        return image.id() + "." + image.extension();
    }
}
