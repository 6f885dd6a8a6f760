package gaitd.policies.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SignaturesTest {
    private static final KeyPair KEYS = Signatures.newKeys();

    private static String refusal(final BundleFiles files, final Trust trust) {
        return assertThrows(BundleException.class, () -> Bundle.open(files, trust, Examples.ROBOT, DenseReference::new))
                .getMessage();
    }

    @Test
    void takesABundleSignedByTheRequiredKey() {
        final BundleFiles signed = Signatures.sign(Examples.files(), KEYS);
        final Bundle bundle =
                Bundle.open(signed, Trust.signedBy(KEYS.getPublic()), Examples.ROBOT, DenseReference::new);
        assertEquals(Signatures.hex(KEYS.getPublic()), bundle.signerHex());
    }

    @Test
    void refusesNoneOrAnothersWhenOneIsRequired() {
        final Trust trust = Trust.signedBy(KEYS.getPublic());
        assertTrue(refusal(Examples.files(), trust).contains("there is none, required is one by key"));
        final BundleFiles others = Signatures.sign(Examples.files(), Signatures.newKeys());
        assertTrue(refusal(others, trust).contains("required is one by key " + trust.requiredKeyHex()));
    }

    @Test
    void refusesAWrongSignatureEvenWhenNoneIsRequired() {
        final BundleFiles signed = Signatures.sign(Examples.files(), KEYS);
        final BundleFiles moved =
                Examples.withManifest("seed = 7", "seed = 8").withSignature(signed.bytes(BundlePart.SIGNATURE));
        assertTrue(refusal(moved, Trust.ANYBODY).contains("the key it names did not sign these hashes"));
    }

    @Test
    void refusesEveryOtherSpellingOfASignature() {
        final BundleFiles signed = Signatures.sign(Examples.files(), KEYS);
        final String text = new String(signed.bytes(BundlePart.SIGNATURE), StandardCharsets.US_ASCII);
        for (final String wrong : new String[] {
            "", text + "\n", text.replace("\n", "\r\n"), text.toUpperCase(Locale.ROOT), text.replace("key ", "key  ")
        }) {
            final BundleFiles files = signed.withSignature(wrong.getBytes(StandardCharsets.US_ASCII));
            assertTrue(refusal(files, Trust.ANYBODY).contains("SIGNATURE: is not three lines"));
        }
    }

    @Test
    void doesNotSignWhatWasChanged() {
        final java.util.EnumMap<BundlePart, byte[]> parts = new java.util.EnumMap<>(BundlePart.class);
        final BundleFiles files = Examples.files();
        for (final BundlePart part : BundlePart.values()) {
            if (files.has(part)) {
                parts.put(part, files.copy(part));
            }
        }
        parts.get(BundlePart.GOLDEN)[4]++;
        final BundleFiles changed = BundleFiles.of(parts);
        final String line = assertThrows(BundleException.class, () -> Signatures.sign(changed, KEYS))
                .getMessage();
        assertTrue(line.startsWith("golden.json: was changed"), line);
    }

    @Test
    void keysSurviveTheirFiles() {
        final KeyPair read = Signatures.keys(Signatures.pem(KEYS.getPrivate()), Signatures.pem(KEYS.getPublic()));
        final BundleFiles signed = Signatures.sign(Examples.files(), read);
        assertEquals(Signatures.hex(KEYS.getPublic()), Signatures.verify(signed));
    }

    @Test
    void refusesKeyFilesThatAreNone() {
        final String secret = Signatures.pem(KEYS.getPrivate());
        final String open = Signatures.pem(KEYS.getPublic());
        assertTrue(assertThrows(BundleException.class, () -> Signatures.publicKey(secret))
                .getMessage()
                .contains("no PEM file of a public key"));
        assertTrue(assertThrows(BundleException.class, () -> Signatures.publicKey(open.replace("MCow", "MCox")))
                .getMessage()
                .contains("no Ed25519 key"));
        assertTrue(assertThrows(
                        BundleException.class,
                        () -> Signatures.keys(
                                secret, Signatures.pem(Signatures.newKeys().getPublic())))
                .getMessage()
                .contains("do not belong together"));
        assertTrue(assertThrows(BundleException.class, () -> Signatures.keys(open, open))
                .getMessage()
                .contains("no PEM file of a private key"));
    }
}
