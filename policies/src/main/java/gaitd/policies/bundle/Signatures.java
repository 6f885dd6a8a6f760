package gaitd.policies.bundle;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ed25519 signatures (RFC 8032) over a fixed line and {@code SHA256SUMS}, and through it over every byte of a bundle.
 *
 * <p>Key files are PEM, as {@code openssl genpkey -algorithm ed25519} and {@code openssl pkey -pubout} write them.
 */
public final class Signatures {
    private static final String ALGORITHM = "Ed25519";
    private static final byte[] CONTEXT = "gaitd policy bundle 1\n".getBytes(StandardCharsets.US_ASCII);
    /** What an X.509 encoding of an Ed25519 key has before the key's 32 bytes. */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final Pattern FILE = Pattern.compile("ed25519\nkey ([0-9a-f]{64})\nsignature ([0-9a-f]{128})\n");

    private Signatures() {}

    /**
     * Makes a key pair.
     *
     * @return a new one
     */
    public static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (final GeneralSecurityException e) {
            throw new AssertionError("every JDK has Ed25519", e);
        }
    }

    /**
     * Signs a bundle.
     *
     * @param files the bundle; a signature it has is replaced
     * @param keys with what
     * @return the signed bundle
     * @throws BundleException when its hashes are wrong
     */
    public static BundleFiles sign(final BundleFiles files, final KeyPair keys) {
        final Findings findings = new Findings();
        Sums.check(files, findings);
        findings.throwIfAny();
        try {
            final Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(keys.getPrivate());
            signature.update(CONTEXT);
            signature.update(files.bytes(BundlePart.SUMS));
            final String text = "ed25519\nkey %s\nsignature %s\n"
                    .formatted(hex(keys.getPublic()), HexFormat.of().formatHex(signature.sign()));
            return files.withSignature(text.getBytes(StandardCharsets.US_ASCII));
        } catch (final GeneralSecurityException e) {
            throw new BundleException("cannot sign with this key: " + e.getMessage());
        }
    }

    /**
     * Verifies a bundle's signature.
     *
     * @param files a bundle with a signature
     * @return the signer's public key in hex
     * @throws BundleException when the signature is not by the key it names, or not over these hashes
     */
    static String verify(final BundleFiles files) {
        final String text = new String(files.bytes(BundlePart.SIGNATURE), StandardCharsets.ISO_8859_1);
        final Matcher parts = FILE.matcher(text);
        if (!parts.matches()) {
            throw new BundleException(
                    "SIGNATURE: is not three lines: ed25519, key and 64, signature and 128 hex digits");
        }
        try {
            final byte[] key = HexFormat.of().parseHex(parts.group(1));
            final byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + key.length);
            System.arraycopy(key, 0, encoded, X509_PREFIX.length, key.length);
            final Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded)));
            signature.update(CONTEXT);
            signature.update(files.bytes(BundlePart.SUMS));
            if (signature.verify(HexFormat.of().parseHex(parts.group(2)))) {
                return parts.group(1);
            }
        } catch (final GeneralSecurityException e) {
            throw new BundleException("SIGNATURE: does not fit SHA256SUMS (" + e.getMessage() + ")");
        }
        throw new BundleException("SIGNATURE: does not fit SHA256SUMS: the key it names did not sign these hashes");
    }

    /**
     * A public key's 32 bytes.
     *
     * @param key an Ed25519 key
     * @return 64 hex digits
     */
    public static String hex(final PublicKey key) {
        final byte[] encoded = key.getEncoded();
        return HexFormat.of().formatHex(encoded, X509_PREFIX.length, encoded.length);
    }

    /**
     * Text of a key file.
     *
     * @param key a public or private key
     * @return PEM
     */
    public static String pem(final java.security.Key key) {
        final String kind = key instanceof PrivateKey ? "PRIVATE" : "PUBLIC";
        final String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN " + kind + " KEY-----\n" + body + "\n-----END " + kind + " KEY-----\n";
    }

    /**
     * Reads a private key and, from its file's companion, the public one.
     *
     * @param privatePem text of the private key's file
     * @param publicPem text of the public key's file
     * @return the pair
     * @throws BundleException when one is no Ed25519 key or they do not belong together
     */
    public static KeyPair keys(final String privatePem, final String publicPem) {
        final PublicKey publicKey = publicKey(publicPem);
        final PrivateKey privateKey;
        try {
            privateKey = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(body(privatePem, "PRIVATE")));
        } catch (final GeneralSecurityException e) {
            throw new BundleException("the private key is no Ed25519 key (" + e.getMessage() + ")");
        }
        final KeyPair pair = new KeyPair(publicKey, privateKey);
        try {
            final Signature signer = Signature.getInstance(ALGORITHM);
            signer.initSign(privateKey);
            signer.update(CONTEXT);
            final byte[] trial = signer.sign();
            signer.initVerify(publicKey);
            signer.update(CONTEXT);
            if (signer.verify(trial)) {
                return pair;
            }
        } catch (final GeneralSecurityException e) {
            throw new BundleException("the private key cannot sign (" + e.getMessage() + ")");
        }
        throw new BundleException("the private key and the public key do not belong together");
    }

    /**
     * Reads a public key.
     *
     * @param pem text of its file
     * @return the key
     * @throws BundleException when it is no Ed25519 key
     */
    public static PublicKey publicKey(final String pem) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(body(pem, "PUBLIC")));
        } catch (final GeneralSecurityException e) {
            throw new BundleException("the public key is no Ed25519 key (" + e.getMessage() + ")");
        }
    }

    private static byte[] body(final String pem, final String kind) {
        final Matcher parts = Pattern.compile("\\s*-----BEGIN " + kind + " KEY-----([A-Za-z0-9+/=\\s]{1,4096})-----END "
                        + kind + " KEY-----\\s*")
                .matcher(pem);
        if (!parts.matches()) {
            throw new BundleException("this is no PEM file of a " + kind.toLowerCase(java.util.Locale.ROOT) + " key");
        }
        try {
            return Base64.getMimeDecoder().decode(parts.group(1));
        } catch (final IllegalArgumentException e) {
            throw new BundleException("the PEM file is damaged: " + e.getMessage());
        }
    }
}
