package org.gemba.platform.tls;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.config.WrongSetting;
import org.gemba.platform.security.PrivateFile;

/// A key with its certificate. Of the generated one people compare the fingerprint once and trust it from then on; it
/// is kept in the data folder and made anew a month before it ends.
///
/// @param keys holds one entry
/// @param password of the entry
/// @param fingerprint SHA-256 of the certificate, as browsers show it
public record TlsIdentity(KeyStore keys, String password, String fingerprint) {
    private static final String SETTING = "GEMBA_TLS";
    private static final String ENTRY = "gemba";
    /// The file is readable by its owner alone, like the keys beside it; the format wants a password nevertheless.
    private static final String FILE_PASSWORD = "gemba";
    private static final Duration RENEWED_BEFORE = Duration.ofDays(30);

    /// By the setting `GEMBA_TLS`: empty or `off` for none, `generated`, or the path of a PKCS12 file whose password is
    /// `GEMBA_TLS_PASSWORD`.
    ///
    /// @throws WrongSetting when the file cannot be read or holds no key
    public static Optional<TlsIdentity> from(SettingsSource settings, Path folder, Clock clock) {
        var wanted = settings.text(SETTING, "off").strip();
        return switch (wanted.toLowerCase(Locale.ROOT)) {
            case "", "off" -> Optional.empty();
            case "generated" -> Optional.of(generated(folder.resolve("tls.p12"), clock));
            default ->
                Optional.of(own(wanted, settings.secret("GEMBA_TLS_PASSWORD").value()));
        };
    }

    private static TlsIdentity own(String file, String password) {
        try {
            return read(Files.readAllBytes(Path.of(file)), password);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new WrongSetting(
                    SETTING, file, "off, generated or a PKCS12 file with a key that GEMBA_TLS_PASSWORD opens");
        }
    }

    static TlsIdentity generated(Path file, Clock clock) {
        try {
            if (Files.exists(file)) {
                var known = read(Files.readAllBytes(file), FILE_PASSWORD);
                if (known.certificate()
                        .getNotAfter()
                        .toInstant()
                        .isAfter(clock.instant().plus(RENEWED_BEFORE))) {
                    return known;
                }
            }
            var made = SelfSigned.make(names(), addresses(), clock.instant());
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    ENTRY, made.keys().getPrivate(), FILE_PASSWORD.toCharArray(), new Certificate[] {made.certificate()
                    });
            var bytes = new ByteArrayOutputStream();
            store.store(bytes, FILE_PASSWORD.toCharArray());
            PrivateFile.write(file, bytes.toByteArray());
            return new TlsIdentity(store, FILE_PASSWORD, fingerprint(made.certificate()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the certificate in " + file + " is not usable", e);
        }
    }

    private static TlsIdentity read(byte[] bytes, String password) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(bytes), password.toCharArray());
        for (var aliases = store.aliases(); aliases.hasMoreElements(); ) {
            var alias = aliases.nextElement();
            if (store.isKeyEntry(alias) && store.getCertificate(alias) instanceof X509Certificate certificate) {
                return new TlsIdentity(store, password, fingerprint(certificate));
            }
        }
        throw new GeneralSecurityException("no key");
    }

    /// The certificate that is shown to clients.
    public X509Certificate certificate() {
        try {
            for (var aliases = keys.aliases(); aliases.hasMoreElements(); ) {
                if (keys.getCertificate(aliases.nextElement()) instanceof X509Certificate certificate) {
                    return certificate;
                }
            }
            throw new IllegalStateException("a key without a certificate");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String fingerprint(X509Certificate certificate) throws GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
    }

    private static Set<String> names() {
        var names = new LinkedHashSet<String>();
        names.add("localhost");
        try {
            var own = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
            if (own.matches("[a-z0-9.-]+")) {
                names.add(own);
                names.add(own + ".local");
            }
        } catch (UnknownHostException e) {
            // A machine without a name is reached by its addresses.
        }
        return names;
    }

    private static Set<InetAddress> addresses() {
        var addresses = new LinkedHashSet<InetAddress>();
        addresses.add(InetAddress.ofLiteral("127.0.0.1"));
        addresses.add(InetAddress.ofLiteral("::1"));
        try {
            NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !(address instanceof Inet6Address) && !address.isLinkLocalAddress())
                    .forEach(addresses::add);
        } catch (SocketException e) {
            // Loopback alone, then.
        }
        return addresses;
    }

    @Override
    public String toString() {
        return "TlsIdentity[" + fingerprint + "]";
    }
}
