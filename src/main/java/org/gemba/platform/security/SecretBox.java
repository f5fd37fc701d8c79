package org.gemba.platform.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts secrets that are kept in the database (AES-256-GCM). The key is a file beside the database that only its
/// owner can read and no backup contains, so neither a copied database nor a backup gives the secrets away.
public final class SecretBox {
    private static final String PREFIX = "box1:";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;

    private SecretBox(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /// With the key in the file, which is made at the first call.
    public static SecretBox with(Path keyFile) {
        try {
            if (!Files.exists(keyFile)) {
                PrivateFile.write(keyFile, Base64.getEncoder().encodeToString(RandomToken.bytes(KEY_BYTES)));
            }
            var bytes = Base64.getDecoder().decode(Files.readString(keyFile).strip());
            if (bytes.length != KEY_BYTES) throw new IllegalArgumentException("wrong length");
            return new SecretBox(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + keyFile + " cannot be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "The key file " + keyFile + " is damaged; take it from where it was kept, or delete it and enter"
                            + " the stored secrets again.",
                    e);
        }
    }

    /// @param name what the secret is for; the sealed text opens under no other name
    public String seal(String name, String secret) {
        var nonce = RandomToken.bytes(NONCE_BYTES);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, name).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            var both = new byte[nonce.length + sealed.length];
            System.arraycopy(nonce, 0, both, 0, nonce.length);
            System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
            return PREFIX + Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot encrypt with AES-GCM", e);
        }
    }

    /// @throws UnreadableSecret when the text was sealed with another key or name, or was changed
    public String open(String name, String sealed) {
        try {
            if (!sealed.startsWith(PREFIX)) throw new IllegalArgumentException("not a sealed text");
            var both = Base64.getDecoder().decode(sealed.substring(PREFIX.length()));
            if (both.length < NONCE_BYTES) throw new IllegalArgumentException("too short");
            var nonce = Arrays.copyOf(both, NONCE_BYTES);
            var clear = cipher(Cipher.DECRYPT_MODE, nonce, name).doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
            return new String(clear, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnreadableSecret(name, e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String name) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /// The stored secret cannot be read with this key; it has to be entered again.
    public static final class UnreadableSecret extends RuntimeException {
        UnreadableSecret(String name, Throwable cause) {
            super("The stored secret " + name + " cannot be read with this data folder's key; enter it again.", cause);
        }
    }
}
