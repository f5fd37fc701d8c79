package org.gemba.platform.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Makes a certificate that nobody but itself vouches for (RFC 5280): an elliptic key on P-256, good for a server only,
/// with the names and addresses under which people reach it. Java has no public way to make one.
final class SelfSigned {
    /// Longer ones are refused by some browsers.
    static final Duration LIFE = Duration.ofDays(825);

    private static final String ECDSA_SHA256 = "1.2.840.10045.4.3.2";
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(24);

    private SelfSigned() {}

    record Made(KeyPair keys, X509Certificate certificate) {}

    static Made make(Set<String> names, Set<InetAddress> addresses, Instant now) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var keys = generator.generateKeyPair();
        var algorithm = Der.sequence(Der.oid(ECDSA_SHA256));
        var name = Der.sequence(Der.set(Der.sequence(Der.oid("2.5.4.3"), Der.utf8("Gemba"))));
        var body = Der.sequence(
                Der.tagged(0xA0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(127, new SecureRandom()).setBit(126)),
                algorithm,
                name,
                Der.sequence(Der.time(now.minus(CLOCKS_DIFFER)), Der.time(now.plus(LIFE))),
                name,
                keys.getPublic().getEncoded(),
                Der.tagged(0xA3, Der.sequence(extensions(names, addresses))));
        var signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(keys.getPrivate());
        signer.update(body);
        var whole = Der.sequence(body, algorithm, Der.bits(0, signer.sign()));
        var certificate = CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
        return new Made(keys, (X509Certificate) certificate);
    }

    private static byte[][] extensions(Set<String> names, Set<InetAddress> addresses) {
        var alternatives = new ArrayList<byte[]>();
        for (var name : names) alternatives.add(Der.tagged(0x82, name.getBytes(StandardCharsets.US_ASCII)));
        for (var address : addresses) alternatives.add(Der.tagged(0x87, address.getAddress()));
        var serverUse = Der.sequence(Der.oid("1.3.6.1.5.5.7.3.1"));
        return List.of(
                        extension("2.5.29.19", true, Der.sequence()),
                        extension("2.5.29.15", true, Der.bits(7, new byte[] {(byte) 0x80})),
                        extension("2.5.29.37", false, serverUse),
                        extension("2.5.29.17", false, Der.sequence(alternatives.toArray(byte[][]::new))))
                .toArray(byte[][]::new);
    }

    private static byte[] extension(String oid, boolean isCritical, byte[] value) {
        return isCritical
                ? Der.sequence(Der.oid(oid), Der.truth(), Der.octets(value))
                : Der.sequence(Der.oid(oid), Der.octets(value));
    }
}
