package org.gemba.platform.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Files into a zip and out of it, with their SHA-256.
final class Archive {
    private Archive() {}

    /// @return the SHA-256 of what was added
    static String add(ZipOutputStream zip, String name, Path file) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        var digest = sha256();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(zip);
        }
        zip.closeEntry();
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Takes one entry out.
    ///
    /// @throws DatabaseRefused when it is missing, would lie outside the folder, or is not what the manifest says
    static void take(ZipFile zip, String name, String sha256, Path folder) throws IOException {
        var target = folder.resolve(name).normalize();
        var entry = zip.getEntry(name);
        if (entry == null || !target.startsWith(folder)) throw damaged(zip, name);
        Files.createDirectories(target.getParent() == null ? folder : target.getParent());
        var digest = sha256();
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = new DigestOutputStream(Files.newOutputStream(target), digest)) {
            in.transferTo(out);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) throw damaged(zip, name);
    }

    private static DatabaseRefused damaged(ZipFile zip, String name) {
        return new DatabaseRefused("The backup " + zip.getName() + " is damaged (" + name + "); nothing was changed.");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
